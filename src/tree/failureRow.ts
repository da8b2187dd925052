import type { Failure, FailureKind } from "../core/failures/failures";
import { firstSentence } from "../core/failures/failures";
import type { ProfileProblem } from "../profiles/profile";
import { escapeMarkdown, tooltip } from "./markdown";
import { type Row, type RowIcon, type RowItem, rowId } from "./row";
import type { RowParams } from "./rowParams";

/** What went wrong in the branch that it stands in. A click tells more and offers what mends it. */
export class FailureRow implements Row {
  readonly kind = "failure";
  readonly id: string;
  readonly params: RowParams;
  readonly parent: Row | undefined;
  readonly #failure: Failure;

  constructor(parent: Row | undefined, failure: Failure, id = rowId("failure", parent?.id ?? "")) {
    this.parent = parent;
    this.#failure = failure;
    this.id = id;
    this.params = { ...parent?.params, failure };
  }

  item(): RowItem {
    const { kind, message, code, requestId, endpoint } = this.#failure;
    return {
      label: firstSentence(message),
      description: kind,
      contextValue: this.kind,
      icon: failureIcon(kind),
      tooltip: [
        tooltip(firstSentence(message)),
        escapeMarkdown(message.slice(firstSentence(message).length).replace(/^\.\s*/, "")),
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

/** A row for a part of the AWS files that could not be read. */
export function problemRow(problem: ProfileProblem): Row {
  const place = problem.line === undefined ? problem.file : `${problem.file}, line ${problem.line}`;
  // Its name first, since a label is cut off where the view is narrow; the whole path in the tooltip.
  const name = problem.file.slice(
    Math.max(problem.file.lastIndexOf("/"), problem.file.lastIndexOf("\\")) + 1,
  );
  const failure: Failure = { kind: "credentials", message: `${name}: ${problem.message} (${place})` };
  return new FailureRow(undefined, failure, rowId("failure", problem.file, String(problem.line ?? 0)));
}

function failureIcon(kind: FailureKind): RowIcon {
  return kind === "classicRetired" ? { id: "info" } : { id: "warning", color: "list.warningForeground" };
}
