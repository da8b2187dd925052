import type { Failure } from "../../core/failures/failures";
import type { Target } from "../../core/target";
import { distinctFailures } from "../../store/distinctFailures";
import type { State } from "../../store/state";

/** What could not be read of a target, and why: what it would hold is in no answer. */
export function notReadOf(target: Target, { groups, caches, vpc }: State): readonly object[] {
  const { failure } = groups.get(target);
  const what = {
    // Where there are no cache security groups there is nothing to know.
    cacheSecurityGroups: failure && failure.kind !== "classicRetired" ? [failure] : [],
    caches: caches.get(target).failures,
    authentication: caches.get(target).usersFailures,
    rules: [...vpc.get(target).failures, ...vpc.facts(target).failures],
  };
  return Object.entries(what).flatMap(([name, failures]) =>
    distinctFailures(failures).map((each) => ({ ...target, what: name, ...told(each) })),
  );
}

function told({ kind, message, action, remedy }: Failure): object {
  return {
    why: message,
    kind,
    ...(action === undefined ? {} : { action }),
    ...(remedy === undefined ? {} : { remedy }),
  };
}
