import { type Target, targetKey } from "../../core/target";
import { shownTargets } from "../../store/state";
import { keepIn, pickManyStep } from "../../ui/steps";
import { targetEntry } from "../steps/targetStep";
import type { AuthorizeManyContext } from "./context";

/** Asks in which targets. */
export const targetsStep = pickManyStep<AuthorizeManyContext, Target>({
  field: "targets",
  isNeeded: ({ given, services }) =>
    !given.targets && !given.groups && shownTargets(services.state).length !== 1,
  question: ({ services, targets = [] }) => {
    const chosen = new Set(targets.map(targetKey));
    return {
      placeholder: "The profiles and regions whose cache security groups are to let somebody in",
      atLeastOne: true,
      items: shownTargets(services.state).map((target) => ({
        ...targetEntry(target),
        picked: chosen.has(targetKey(target)),
      })),
    };
  },
  keep: keepIn("targets"),
});
