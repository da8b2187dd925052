import type { Failure, FailureKind } from "../core/failures/failures";
import { firstSentence } from "../core/failures/failures";
import { escapeMarkdown, tooltip } from "./markdown";
import type { Row, RowIcon, RowItem } from "./row";
import type { RowParams } from "./rowParams";

/** What went wrong in the branch that it stands in. A click tells more and offers what mends it. */
export class FailureRow implements Row {
  readonly kind = "failure";
  readonly id: string;
  readonly params: RowParams;
  readonly parent: Row | undefined;
  readonly #failure: Failure;

  /** `id`: no two rows of one branch may have the same. */
  constructor(parent: Row | undefined, failure: Failure, id: string) {
    this.parent = parent;
    this.#failure = failure;
    this.id = id;
    this.params = { ...parent?.params, failure };
  }

  item(): RowItem {
    const { kind, message, code, requestId, endpoint } = this.#failure;
    const { profile, region, cacheSecurityGroupName, cacheId } = this.params;
    const names = [profile, region, cacheSecurityGroupName, cacheId].flatMap((name) => name ?? []);
    const happened = firstSentence(message, names);
    return {
      label: happened,
      description: kind,
      contextValue: this.kind,
      icon: failureIcon(kind),
      tooltip: [
        tooltip(happened),
        escapeMarkdown(message.slice(happened.length).replace(/^\.?\s*/, "")),
        tooltip(kind, ["Code", code], ["Endpoint", endpoint], ["Request ID", requestId]),
      ]
        .filter((part) => part !== "")
        .join("\n\n"),
      accessibilityLabel: `Failure: ${message} (${kind})`,
      open: "leaf",
      command: "showFailure",
    };
  }
}

function failureIcon(kind: FailureKind): RowIcon {
  return kind === "classicRetired" ? { id: "info" } : { id: "warning", color: "list.warningForeground" };
}
