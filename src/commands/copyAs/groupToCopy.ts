import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { type Outcome, succeeded } from "../../core/outcome";
import type { Services } from "../command";
import type { CopySubject } from "./copySubject";

/** The group with its grants: as loaded, else as AWS has it. */
export async function groupToCopy(
  { call: { target }, names }: CopySubject,
  { state, aws }: Services,
): Promise<Outcome<CacheSecurityGroup>> {
  const name = (names.cacheSecurityGroupName ?? "").toLowerCase();
  const loaded = state.groups.find(target, name);
  return loaded ? succeeded(loaded) : (await aws()).describeCacheSecurityGroup(target, name);
}
