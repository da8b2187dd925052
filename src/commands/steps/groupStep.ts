import { firstSentence } from "../../core/failures/failures";
import type { Target } from "../../core/target";
import type { PickEntry } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { groupEntry } from "./groupEntry";
import { takeAnswer } from "./takeAnswer";
import { type TargetContext, targetOf } from "./targetStep";

/** A flow about one cache security group that is there. */
export interface GroupContext extends TargetContext {
  readonly given: Partial<Target & { readonly cacheSecurityGroupName: string }>;
  cacheSecurityGroupName?: string;
}

/** Asks for one of the target's cache security groups. */
export function groupStep<C extends GroupContext>(): Step<C> {
  return {
    field: "cacheSecurityGroupName",
    isNeeded: ({ given }) => given.cacheSecurityGroupName === undefined,
    async ask(context, at, ui) {
      const { groups } = context.services.state;
      const target = targetOf(context);
      const entries = () => {
        const { value, failure } = groups.get(target);
        return failure && !value
          ? [failureNote(firstSentence(failure.message))]
          : (value ?? []).map((group) => groupEntry(group, group.name));
      };
      const answer = await ui.pick<string>({
        at,
        placeholder: "The cache security group",
        items: entries(),
        ...(groups.get(target).value ? {} : { later: groups.load(target).then(entries) }),
        isActive: (name) => name === context.cacheSecurityGroupName,
      });
      return takeAnswer(answer, (name) => {
        context.cacheSecurityGroupName = name;
      });
    },
  };
}

function failureNote(label: string): PickEntry<string> {
  return { label, icon: "warning", note: true };
}
