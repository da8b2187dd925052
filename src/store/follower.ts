import type { AwsApi } from "../aws/api";
import { findGrant, type Grant, grantKey, isChanging } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../core/cacheSecurityGroups/ingress";
import { pauseBeforeLook } from "../core/pauses";
import { type Target, targetKey } from "../core/target";
import type { GroupStore } from "./groupStore";

/** How the wait for a grant ended. */
export type Settled =
  | { readonly end: "settled"; readonly grant: Grant }
  /** The grant, or its whole group, is not there any more. */
  | { readonly end: "gone" }
  /** The status still changes, or could not be read, and the time limit has passed. */
  | { readonly end: "timedOut" }
  /** The window closes. */
  | { readonly end: "stopped" };

export interface FollowerOptions {
  readonly groups: GroupStore;
  readonly aws: () => Promise<Pick<AwsApi, "describeCacheSecurityGroup">>;
  /** Seconds to follow one status. */
  readonly settleTimeout: () => number;
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

// Beyond this many groups one look at the whole list costs less than a look at each.
const groupsLookedAtOneByOne = 5;

/**
 * Looks again, with growing pauses, at every loaded grant that AWS is still at work on, whoever changed it and
 * whether or not the view is visible, until its status settles or the time limit passes.
 */
export class Follower {
  readonly #options: FollowerOptions;
  readonly #stop = new AbortController();
  readonly #stopListening: () => void;
  /** When each changing grant was first seen so. */
  readonly #since = new Map<string, number>();
  readonly #looks = new Map<string, number>();
  readonly #following = new Set<string>();

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#stopListening = options.groups.changed.listen(({ target }) => this.#follow(target));
  }

  /** Resolves when the grant has settled, is gone, or has taken too long. Never rejects. */
  whenSettled(target: Target, ingress: Ingress): Promise<Settled> {
    const { groups, now, settleTimeout, sleep } = this.#options;
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
      const signal = AbortSignal.any([enough.signal, this.#stop.signal]);
      void sleep(deadline - now(), signal).then(() =>
        end({ end: this.#stop.signal.aborted ? "stopped" : "timedOut" }),
      );
      look();
    });
  }

  dispose(): void {
    this.#stopListening();
    this.#stop.abort();
  }

  #follow(target: Target): void {
    if (this.#notice(target)) {
      this.#looks.set(targetKey(target), 0);
    }
    if (!this.#following.has(targetKey(target)) && this.#changing(target).length > 0) {
      void this.#lookUntilSettled(target);
    }
  }

  async #lookUntilSettled(target: Target): Promise<void> {
    const key = targetKey(target);
    this.#following.add(key);
    while (!this.#stop.signal.aborted && this.#changing(target).length > 0) {
      const look = this.#looks.get(key) ?? 0;
      this.#looks.set(key, look + 1);
      await this.#options.sleep(pauseBeforeLook(look), this.#stop.signal);
      await this.#look(target);
    }
    this.#following.delete(key);
  }

  async #look(target: Target): Promise<void> {
    const { groups, aws } = this.#options;
    const names = this.#changing(target);
    if (names.length > groupsLookedAtOneByOne) {
      await groups.refresh(target);
      return;
    }
    for (const name of names) {
      if (this.#stop.signal.aborted) {
        return;
      }
      const asOf = groups.moment();
      const answer = await (await aws()).describeCacheSecurityGroup(target, name, {
        signal: this.#stop.signal,
      });
      if (answer.ok) {
        groups.apply(target, answer.value, asOf);
      } else if (answer.failure.kind === "notFound") {
        groups.remove(target, name, asOf);
      }
      // Any other failure passes: the next look, or the user's refresh, tells.
    }
  }

  /** Dates the grants that have begun to change, forgets those that have stopped. True if any has begun. */
  #notice(target: Target): boolean {
    const changing = new Set<string>();
    let begun = false;
    for (const group of this.#options.groups.get(target).value ?? []) {
      for (const grant of group.grants.filter(isChanging)) {
        const key = changeKey(target, group.name, grant);
        changing.add(key);
        if (!this.#since.has(key)) {
          this.#since.set(key, this.#options.now());
          begun = true;
        }
      }
    }
    for (const key of this.#since.keys()) {
      if (key.startsWith(`${targetKey(target)}\n`) && !changing.has(key)) {
        this.#since.delete(key);
      }
    }
    return begun;
  }

  /** The groups with a grant that changes and has not been followed for too long. */
  #changing(target: Target): readonly string[] {
    const oldest = this.#options.now() - this.#options.settleTimeout() * 1000;
    return (this.#options.groups.get(target).value ?? [])
      .filter((group) =>
        group.grants.some(
          (grant) =>
            isChanging(grant) && (this.#since.get(changeKey(target, group.name, grant)) ?? 0) >= oldest,
        ),
      )
      .map((group) => group.name);
  }
}

function changeKey(target: Target, groupName: string, grant: Grant): string {
  return [targetKey(target), groupName, grantKey(grant), grant.status].join("\n");
}
