import { sourceKey } from "../../core/rules/rule";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import { targetOf } from "../steps/targetStep";
import { groupName, knownGroup } from "../vpc/groupContext";
import { showLiveGroups } from "../vpc/liveGroups";
import type { AuthorizeVpcContext } from "./context";
import { enterSource } from "./enterSource";
import { otherWays, type SourceChoice, type SourceKind, sourceEntries } from "./sourceEntries";
import { typedSource } from "./typedSource";

/** Asks whom to let in: a group of the live list, another account's, addresses, a prefix list. */
export const sourceStep: Step<AuthorizeVpcContext> = {
  field: "source",
  isNeeded: ({ given }) => given.source === undefined,
  async ask(context, at, ui) {
    const target = targetOf(context);
    for (;;) {
      const answer = await ui.pick<SourceChoice>({
        at,
        placeholder: `Whom ${groupName(context)} is to let in: search by name, ID, VPC, tag, or type a CIDR block`,
        items: otherWays,
        grow: (show) =>
          showLiveGroups(
            context.services,
            target,
            (groups) => sourceEntries(groups, knownGroup(context)?.vpcId),
            show,
          ),
        isActive: (choice) =>
          !isKind(choice) &&
          context.source !== undefined &&
          sourceKey(choice.source) === sourceKey(context.source),
        fromText: (text) => typedSource(text, target.region),
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
