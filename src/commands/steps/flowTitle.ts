import { distinctBy } from "../../core/distinct";
import { joined } from "../../core/joined";
import { count } from "../../core/plural";
import { type Target, targetKey } from "../../core/target";

/** The title of a flow with what it works on: `Authorize Ingress to mygroup · sandbox-classic · us-west-2`. */
export function flowTitle(
  title: string,
  what: string | undefined,
  targets: readonly (Target | undefined)[],
): string {
  const named = what === undefined ? title : `${title} ${what}`;
  const [target, ...others] = distinctBy(
    targetKey,
    targets.flatMap((each) => each ?? []),
  );
  return others.length > 0
    ? joined(named, count(others.length + 1, "target"))
    : joined(named, target?.profile, target?.region);
}
