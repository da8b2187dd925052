import type { AwsApi } from "../../../src/aws/api";
import type { ChangeServices } from "../../../src/changes/services";
import type { CacheSecurityGroup } from "../../../src/core/cacheSecurityGroups/cacheSecurityGroup";
import { failed, type Outcome, succeeded } from "../../../src/core/outcome";
import { ClassicRefusals } from "../../../src/store/classicRefusals";
import type { Settled } from "../../../src/store/follower";
import { GroupStore } from "../../../src/store/groupStore";
import { type ScriptedServices, scriptedServices } from "../../support/scriptedServices";
import { Account } from "./account";

/** An account that has cache security groups as well, and what is said to requests. */
export class ChangedAccount extends Account {
  cacheSecurityGroups: readonly CacheSecurityGroup[] = [];
  /** Why a look at a cache security group is refused. */
  refusal: Outcome<never> | undefined;
  /** How a grant that is waited for ends. */
  settled: Settled = { end: "stopped" };
  /** What AWS says to changes. */
  api: Partial<AwsApi> = {};
  /** The looks at cache security groups. */
  readonly looks: string[] = [];
  /** Sources that were kept for the next time. */
  readonly recent: string[] = [];

  read(name: string): Outcome<CacheSecurityGroup> {
    const found = this.cacheSecurityGroups.find((each) => each.name === name);
    const gone = failed({ kind: "notFound", code: "CacheSecurityGroupNotFound", message: "It is gone" });
    return this.refusal ?? (found ? succeeded(found) : gone);
  }

  /** What changes work with in this account. */
  services(): ScriptedServices {
    const scripted = scriptedServices();
    const { state, aws } = scripted.services;
    const groups = new GroupStore(
      async () => ({
        listCacheSecurityGroups: async () => {
          this.looks.push("all");
          return this.refusal ?? succeeded(this.cacheSecurityGroups);
        },
        describeCacheSecurityGroup: async (_, name) => {
          this.looks.push(name);
          return this.read(name);
        },
      }),
      new ClassicRefusals(state.accounts),
      () => 1,
    );
    const services: ChangeServices = {
      ...scripted.services,
      state: { ...state, groups, caches: this.caches, vpc: this.vpc },
      aws: async () => ({ ...(await aws()), ...this.api }),
      follower: { whenSettled: async () => this.settled },
      recent: { add: async ({ name, ownerId }) => void this.recent.push(`${name} of ${ownerId}`) },
    };
    return { ...scripted, services };
  }
}
