import { regionLongName } from "../../core/regions";
import { type Target, targetKey } from "../../core/target";
import { shownTargets } from "../../store/state";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import type { AuthorizeManyContext } from "./context";

/** Asks in which targets. */
export const targetsStep: Step<AuthorizeManyContext> = {
  field: "targets",
  isNeeded: ({ given, services }) =>
    !given.targets && !given.groups && shownTargets(services.state).length !== 1,
  async ask(context, at, ui) {
    const { state } = context.services;
    const chosen = new Set(context.targets?.map(targetKey));
    const answer = await ui.pickMany<Target>({
      at,
      placeholder: "The profiles and regions whose cache security groups are to let somebody in",
      atLeastOne: true,
      items: shownTargets(state).map((target) => ({
        key: targetKey(target),
        label: target.profile,
        description: [target.region, regionLongName(target.region)].filter(Boolean).join(" · "),
        icon: "account",
        picked: chosen.has(targetKey(target)),
        value: target,
      })),
    });
    return takeAnswer(answer, (targets) => {
      context.targets = targets;
    });
  },
};
