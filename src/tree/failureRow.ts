import { failureLabel } from "../core/failures/failureLabel";
import type { Failure, FailureKind } from "../core/failures/failures";
import { icons } from "./icons";
import { shortTooltip } from "./markdown";
import { contextValue, type Row, type RowIcon, type RowItem } from "./row";
import type { RowParams } from "./rowParams";

/** What went wrong in the branch that it stands in. A click tells more and offers what mends it. */
export class FailureRow implements Row {
  readonly kind = "failure";
  readonly id: string;
  readonly params: RowParams;
  readonly parent: Row | undefined;
  readonly #failure: Failure;

  /** `id`: no two rows of one branch may have the same. `more`: where in the AWS files it is mended. */
  constructor(
    parent: Row | undefined,
    failure: Failure,
    id: string,
    more: Pick<RowParams, "awsFile" | "path" | "line"> = {},
  ) {
    this.parent = parent;
    this.#failure = failure;
    this.id = id;
    this.params = { ...parent?.params, ...more, failure };
  }

  item(): RowItem {
    const { kind, message, code, requestId, endpoint, remedy, action } = this.#failure;
    const { profile, region, cacheSecurityGroupName, cacheId, awsFile } = this.params;
    const names = [profile, region, cacheSecurityGroupName, cacheId].flatMap((name) => name ?? []);
    const happened = failureLabel(this.#failure, names);
    return {
      label: happened,
      description: "",
      // In a narrow view the label of each would end before it names anything.
      ...(kind === "accessDenied" &&
        action !== undefined && {
          inView: { label: `Denied: ${action.replace(/^\w+:/, "")}`, description: "" },
        }),
      contextValue: contextValue(this.kind, kind, remedy !== undefined && "signIn", awsFile),
      icon: failureIcon(kind),
      tooltip: shortTooltip(happened, [message], [code, endpoint, requestId && `request ID ${requestId}`]),
      accessibilityLabel: `Failure: ${ended(message)} Press Enter for what mends it`,
      open: "leaf",
      command: "showFailure",
    };
  }
}

function ended(message: string): string {
  return /[.?]$/.test(message) ? message : `${message}.`;
}

function failureIcon(kind: FailureKind): RowIcon {
  return kind === "classicRetired" ? icons.note : icons.failure;
}
