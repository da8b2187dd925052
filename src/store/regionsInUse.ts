import type { AwsApi } from "../aws/api";
import type { CallOptions } from "../aws/callOptions";
import type { CacheSecurityGroup } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Failure } from "../core/failures/failures";
import { type Outcome, succeeded } from "../core/outcome";
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
  const lists: readonly (() => Promise<Outcome<boolean>>)[] = [
    async () => {
      const groups = await aws.listCacheSecurityGroups(target, options);
      return !groups.ok && groups.failure.kind === "classicRetired"
        ? succeeded(false)
        : holds(groups, isInUse);
    },
    async () => holds(await aws.listCacheClusters(target, options)),
    async () => holds(await aws.listServerlessCaches(target, options)),
    async () => holds(await aws.listReplicationGroups(target, options)),
  ];
  let refused: Failure | undefined;
  for (const list of lists) {
    const answer = await list();
    if (answer.ok && answer.value) {
      return { region, found: "something" };
    }
    if (!answer.ok) {
      refused ??= answer.failure;
      // A permission is for one list alone. A region that refuses otherwise refuses the others too, or hangs.
      if (answer.failure.kind !== "accessDenied") {
        break;
      }
    }
  }
  return refused ? { region, found: "unknown", failure: refused } : { region, found: "nothing" };
}

function holds<T>(list: Outcome<readonly T[]>, counts: (one: T) => boolean = () => true): Outcome<boolean> {
  return list.ok ? succeeded(list.value.some(counts)) : list;
}

function isInUse({ name, grants }: CacheSecurityGroup): boolean {
  return name !== "default" || grants.length > 0;
}
