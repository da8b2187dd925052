import type { AwsApi } from "../aws/api";
import type { CallOptions } from "../aws/callOptions";
import type { Failure } from "../core/failures/failures";
import type { Outcome } from "../core/outcome";
import type { Target } from "../core/target";
import { fewAtATime } from "./fewAtATime";

export type Holdings = Pick<
  AwsApi,
  "listCacheSecurityGroups" | "listCacheClusters" | "listReplicationGroups" | "listServerlessCaches"
>;

/** What a look at one region gave. */
export type RegionLook =
  | { readonly region: string; readonly found: "something" | "nothing" }
  | { readonly region: string; readonly found: "unknown"; readonly failure: Failure };

// A region at a time costs up to four requests; this many at once keep well below every account's rate.
const regionsAtATime = 6;

/**
 * Looks which of the regions hold anything: a cache, or a cache security group besides the `default` that every
 * region has. Regions that cannot be asked come back as unknown. Ends early when the signal aborts.
 */
export async function regionsInUse(
  aws: Holdings,
  profile: string,
  regions: readonly string[],
  looked: (look: RegionLook) => void,
  signal: AbortSignal,
): Promise<void> {
  await fewAtATime(regions, regionsAtATime, signal, async (region) => {
    const look = await lookAt(aws, { profile, region }, { signal });
    if (!signal.aborted) {
      looked(look);
    }
  });
}

async function lookAt(aws: Holdings, target: Target, options: CallOptions): Promise<RegionLook> {
  const { region } = target;
  const groups = await aws.listCacheSecurityGroups(target, options);
  if (groups.ok && groups.value.some(({ name, grants }) => name !== "default" || grants.length > 0)) {
    return { region, found: "something" };
  }
  if (!groups.ok && groups.failure.kind !== "classicRetired") {
    // A region that refuses this one refuses the others too, or cannot be reached.
    return { region, found: "unknown", failure: groups.failure };
  }
  const lists: readonly (() => Promise<Outcome<readonly unknown[]>>)[] = [
    () => aws.listCacheClusters(target, options),
    () => aws.listServerlessCaches(target, options),
    () => aws.listReplicationGroups(target, options),
  ];
  for (const list of lists) {
    const answer = await list();
    if (!answer.ok) {
      return { region, found: "unknown", failure: answer.failure };
    }
    if (answer.value.length > 0) {
      return { region, found: "something" };
    }
  }
  return { region, found: "nothing" };
}
