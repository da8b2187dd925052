import { otherRegion } from "../core/rules/givenSource";
import type { RuleSource } from "../core/rules/rule";
import { type State, shownTargets } from "./state";

/** What is wrong with a source that is known to be in another region, if it is. */
export function foreignRegion(
  source: RuleSource,
  region: string | undefined,
  state: State,
): string | undefined {
  if (source.kind !== "securityGroup" || region === undefined) {
    return undefined;
  }
  const { groupId } = source;
  const seen = shownTargets(state).filter((target) => state.vpc.group(target, groupId) !== undefined);
  return seen.length === 0 || seen.some((target) => target.region === region)
    ? undefined
    : otherRegion(groupId, seen[0]?.region ?? "", region);
}
