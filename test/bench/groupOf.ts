import type { Changed } from "../../src/aws/api/cacheSecurityGroups";
import type { CacheSecurityGroup } from "../../src/core/cacheSecurityGroups/cacheSecurityGroup";
import { type Outcome, succeeded } from "../../src/core/outcome";

/** The group that a change was answered with. */
export async function groupOf(change: Promise<Outcome<Changed>>): Promise<Outcome<CacheSecurityGroup>> {
  const answer = await change;
  return answer.ok ? succeeded(answer.value.group) : answer;
}
