import { firstSentence } from "../../core/failures";
import { sourceKey } from "../../core/rule";
import type { VpcSecurityGroup } from "../../core/vpcSecurityGroup";
import type { PickEntry, PickNote } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import { targetOf } from "../steps/targetStep";
import { groupName, knownGroup } from "../vpc/groupContext";
import type { AuthorizeVpcContext } from "./context";
import { enterSource } from "./enterSource";
import { otherWays, type SourceChoice, type SourceKind, sourceEntries } from "./sourceEntries";
import { typedSource } from "./typedSource";

/** Asks whom to let in: a group of the live list, another account's, addresses, a prefix list. */
export const sourceStep: Step<AuthorizeVpcContext> = {
  field: "source",
  isNeeded: ({ given }) => given.source === undefined,
  async ask(context, at, ui) {
    const { region } = targetOf(context);
    for (;;) {
      const answer = await ui.pick<SourceChoice>({
        at,
        placeholder: `Whom ${groupName(context)} is to let in: search by name, ID, VPC, tag, or type a CIDR block`,
        items: otherWays,
        grow: (show) => liveList(context, show),
        isActive: (choice) =>
          !isKind(choice) &&
          context.source !== undefined &&
          sourceKey(choice.source) === sourceKey(context.source),
        fromText: (text) => typedSource(text, region),
      });
      if (answer.kind !== "answer") {
        return answer.kind;
      }
      const entered = isKind(answer.value)
        ? await enterSource(answer.value, context, { ...at, canGoBack: true }, ui)
        : ({ kind: "answer", value: answer.value } as const);
      if (entered.kind !== "back") {
        return takeAnswer(entered, ({ source, name }) => {
          context.source = source;
          if (name === undefined) {
            delete context.sourceName;
          } else {
            context.sourceName = name;
          }
        });
      }
    }
  },
};

function isKind(choice: SourceChoice): choice is SourceKind {
  return typeof choice === "string";
}

/**
 * Shows the first page as soon as it is read, then the list whenever it has doubled: each showing sends all of it
 * to the window. Without the permission to list groups, the other ways are there all the same.
 */
async function liveList(
  context: AuthorizeVpcContext,
  show: (entries: readonly PickEntry<SourceChoice>[]) => void,
): Promise<void> {
  const groups: VpcSecurityGroup[] = [];
  let shown = 0;
  const showAll = (note?: PickNote) => {
    shown = groups.length;
    show([...(note ? [note] : []), ...sourceEntries(groups, knownGroup(context)?.vpcId)]);
  };
  const aws = await context.services.aws();
  const answer = await aws.listVpcGroups(targetOf(context), (page) => {
    groups.push(...page);
    if (groups.length >= 2 * shown) {
      showAll();
    }
  });
  if (!answer.ok) {
    showAll({ label: firstSentence(answer.failure.message), icon: "warning", note: true });
  } else if (shown < groups.length) {
    showAll();
  }
}
