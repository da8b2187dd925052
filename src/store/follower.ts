import { findGrant, type Grant, isChanging } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../core/cacheSecurityGroups/ingress";
import { type Target, targetKey } from "../core/target";
import { followGrants } from "./grantFollower";
import type { GroupStore } from "./groupStore";
import type { FollowerOptions, SettlingFollower } from "./settlingFollower";

/** How the wait for a grant ended. */
export type Settled =
  | { readonly end: "settled"; readonly grant: Grant }
  /** The grant, or its whole group, is not there any more. */
  | { readonly end: "gone" }
  /** The status still changes, or could not be read, and the time limit has passed. */
  | { readonly end: "timedOut" }
  /** The window closes. */
  | { readonly end: "stopped" };

export interface GrantFollowerOptions extends FollowerOptions {
  readonly groups: GroupStore;
}

/** Follows every loaded grant that AWS is still at work on, and waits for the one that somebody asks about. */
export class Follower {
  readonly #options: GrantFollowerOptions;
  readonly #follower: SettlingFollower<string>;

  constructor(options: GrantFollowerOptions) {
    this.#options = options;
    this.#follower = followGrants(options.groups, options);
  }

  /** Resolves when the grant has settled, is gone, or has taken too long. Never rejects. */
  whenSettled(target: Target, ingress: Ingress): Promise<Settled> {
    const { groups, now, settleTimeout, sleep } = this.#options;
    const { stopped } = this.#follower;
    const deadline = now() + settleTimeout() * 1000;
    return new Promise((resolve) => {
      const enough = new AbortController();
      const end = (settled: Settled) => {
        stopListening();
        enough.abort();
        resolve(settled);
      };
      const look = () => {
        if (groups.get(target).value === undefined) {
          return;
        }
        const group = groups.find(target, ingress.cacheSecurityGroupName);
        const grant = group && findGrant(group, ingress);
        if (!grant) {
          end({ end: "gone" });
        } else if (!isChanging(grant)) {
          end({ end: "settled", grant });
        }
      };
      const stopListening = groups.changed.listen((changed) => {
        if (targetKey(changed.target) === targetKey(target)) {
          look();
        }
      });
      void sleep(deadline - now(), AbortSignal.any([enough.signal, stopped])).then(() =>
        end({ end: stopped.aborted ? "stopped" : "timedOut" }),
      );
      look();
    });
  }

  dispose(): void {
    this.#follower.dispose();
  }
}
