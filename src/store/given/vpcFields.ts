import type { CacheName } from "../../core/caches/cache";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { cacheNamed } from "../../core/given/cacheNamed";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Params } from "../../core/params";
import { parseGroupReference } from "../../core/rules/vpcSecurityGroup";
import type { Target } from "../../core/target";
import type { State } from "../state";
import { readFields } from "./fields";

/** What a row of the second generation stands for, as far as its params tell. */
export interface GivenVpc extends Partial<Target> {
  readonly cache?: CacheName;
  readonly securityGroupId?: string;
}

/** The target, the cache and the group of params. The first that is wrong is the failure. */
export async function vpcFields(
  params: Params,
  { state }: { readonly state: State },
): Promise<Outcome<GivenVpc>> {
  const given = await readFields(
    params,
    ["profile", "region", "cacheKind", "cacheId", "securityGroupId"],
    state,
  );
  if (!given.ok) {
    return given;
  }
  const { cacheKind, cacheId, securityGroupId, ...target } = given.value;
  const cache = cacheNamed({ cacheKind, cacheId });
  if (securityGroupId !== undefined) {
    const group = parseGroupReference(securityGroupId);
    if (typeof group === "string") {
      return failed(invalidParameter("securityGroupId", group));
    }
    if (group.region !== undefined && target.region !== undefined && group.region !== target.region) {
      return failed(
        invalidParameter(
          "securityGroupId",
          `${group.groupId} is in ${group.region}, not in ${target.region}`,
        ),
      );
    }
    return succeeded({ ...target, ...(cache ? { cache } : {}), securityGroupId: group.groupId });
  }
  return succeeded({ ...target, ...(cache ? { cache } : {}) });
}
