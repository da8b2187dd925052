import { regionLongName } from "../../core/regions";
import { type Target, targetKey } from "../../core/target";
import { type State, shownTargets } from "../../store/state";
import type { Step } from "../../ui/wizard";
import type { Services } from "../command";
import { takeAnswer } from "./takeAnswer";

/** A flow that happens in one target. */
export interface TargetContext {
  readonly services: Services;
  readonly given: Partial<Target>;
  profile?: string;
  region?: string;
}

/** Asks for the profile and the region, as one list of those that the tree shows. */
export function targetStep<C extends TargetContext>(): Step<C> {
  return {
    field: "profile",
    isNeeded: ({ given }) => given.profile === undefined || given.region === undefined,
    async ask(context, at, ui) {
      const { state } = context.services;
      const { given } = context;
      const targets = shownTargets(state).filter(
        ({ profile, region }) =>
          (given.profile ?? profile) === profile && (given.region ?? region) === region,
      );
      const answer = await ui.pick<Target>({
        at,
        placeholder: "The profile and the region",
        items: targets.map((target) => ({
          key: targetKey(target),
          label: target.profile,
          description: [target.region, regionLongName(target.region), accountOf(state, target)]
            .filter(Boolean)
            .join(" · "),
          icon: "account",
          value: target,
        })),
        isActive: ({ profile, region }) => profile === context.profile && region === context.region,
      });
      return takeAnswer(answer, ({ profile, region }) => {
        context.profile = profile;
        context.region = region;
      });
    },
  };
}

function accountOf({ accounts }: State, { profile }: Target): string {
  return accounts.get(profile)?.accountId ?? "";
}

/** The target, as soon as it is known: which steps are needed is asked from the first question on. */
export function knownTarget({ profile, region }: TargetContext): Target | undefined {
  return profile === undefined || region === undefined ? undefined : { profile, region };
}

/** The target, once the step was answered or was not needed. */
export function targetOf(context: TargetContext): Target {
  const target = knownTarget(context);
  if (!target) {
    throw new Error("The target is not known yet");
  }
  return target;
}
