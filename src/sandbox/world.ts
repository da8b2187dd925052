import { accounts } from "./accounts";
import { fill } from "./data/fill";
import type { SandboxData } from "./data/sandboxData";
import { Ec2State } from "./ec2/state";
import { CacheSecurityGroups } from "./elasticache/cacheSecurityGroups";
import { Caches } from "./elasticache/caches";
import type { RegionState } from "./regionState";
import { Schedules } from "./scheduler/schedules";

export interface WorldOptions {
  readonly data: SandboxData;
  /** Milliseconds that a status is on its way: `authorizing`, `revoking`, `adding`, `removing`, `modifying`. */
  readonly settleMs: number;
}

/** All accounts in all regions. A region is made when somebody first asks for it. */
export class World {
  readonly #options: WorldOptions;
  readonly #regions = new Map<string, RegionState>();

  constructor(options: WorldOptions) {
    this.#options = options;
  }

  /** What was looked at so far: nothing can have been changed in any other. */
  states(): Iterable<RegionState> {
    return this.#regions.values();
  }

  stateOf(accountId: string, region: string): RegionState | undefined {
    const key = `${accountId}/${region}`;
    const known = this.#regions.get(key);
    if (known !== undefined) {
      return known;
    }
    const account = accounts.find((candidate) => candidate.accountId === accountId);
    if (account === undefined) {
      return undefined;
    }
    const state: RegionState = {
      cacheSecurityGroups: new CacheSecurityGroups(account.accountId, region, this.#options.settleMs),
      caches: new Caches(account.accountId, region, this.#options.settleMs),
      ec2: new Ec2State(account.accountId, region),
      schedules: new Schedules(account.accountId, region),
    };
    fill(state, account, region, this.#options.data);
    this.#regions.set(key, state);
    return state;
  }
}
