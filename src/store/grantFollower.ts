import { grantKey, isChanging } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Target } from "../core/target";
import type { GroupStore } from "./groupStore";
import { type FollowerOptions, SettlingFollower } from "./settlingFollower";

// Beyond this many groups one look at the whole list costs less than a look at each.
const groupsLookedAtOneByOne = 5;

/** Looks again at the cache security groups in which a grant is being authorized or revoked. */
export function followGrants(groups: GroupStore, options: FollowerOptions): SettlingFollower<string> {
  return new SettlingFollower<string>(
    {
      changed: groups.changed,
      changing: (target) => new Map(changes(groups, target)),
      look: async (target, changing, signal) => {
        const names = new Set(changing);
        if (names.size > groupsLookedAtOneByOne) {
          await groups.refresh(target);
          return;
        }
        for (const name of names) {
          if (signal.aborted) {
            return;
          }
          await groups.look(target, name, { signal });
        }
      },
    },
    options,
  );
}

/** The changing grants by what tells one change from another, each with the name of its group. */
function changes(groups: GroupStore, target: Target): readonly (readonly [string, string])[] {
  return (groups.get(target).value ?? []).flatMap(({ name, grants }) =>
    grants
      .filter(isChanging)
      .map((grant) => [[name, grantKey(grant), grant.status].join("\n"), name] as const),
  );
}
