import { joined } from "../../core/joined";
import { regionLongName } from "../../core/regions";
import { isAmong, type Target, targetKey } from "../../core/target";
import { shownTargets } from "../../store/state";
import { pickStep } from "../../ui/steps";
import type { PickItem } from "../../ui/ui";
import type { Services } from "../command";

/** A flow that happens in one target. */
export interface TargetContext {
  readonly services: Services;
  readonly given: Partial<Target>;
  profile?: string;
  region?: string;
}

/** Asks for the profile and the region, as one list of those that the tree shows. */
export const targetStep = pickStep<TargetContext, Target>({
  field: "profile",
  isNeeded: ({ given }) => given.profile === undefined || given.region === undefined,
  question: ({ services: { state }, given, ...context }) => ({
    placeholder: "The profile and the region",
    items: shownTargets(state)
      .filter((target) => isAmong(target, given))
      .map((target) => targetEntry(target, state.accounts.get(target.profile)?.accountId)),
    isActive: ({ profile, region }) => profile === context.profile && region === context.region,
  }),
  keep: (context, { profile, region }) => {
    context.profile = profile;
    context.region = region;
  },
});

/** A target in a list to pick from. */
export function targetEntry(target: Target, about?: string): PickItem<Target> {
  return {
    key: targetKey(target),
    label: target.profile,
    description: joined(target.region, regionLongName(target.region), about),
    icon: "account",
    value: target,
  };
}

/** The target, as soon as it is known: which steps are needed is asked from the first question on. */
export function knownTarget({ profile, region }: TargetContext): Target | undefined {
  return profile === undefined || region === undefined ? undefined : { profile, region };
}

/** The target, once the step was answered or was not needed. */
export function targetOf(context: TargetContext): Target {
  return answered(knownTarget(context), "target");
}

/** What every step before has seen to. */
export function answered<T>(value: T | undefined, what: string): T {
  if (value === undefined) {
    throw new Error(`The ${what} is not known yet`);
  }
  return value;
}
