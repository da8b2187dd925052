import type { Cache } from "../core/caches/cache";
import type { Target } from "../core/target";
import type { VpcStore } from "../store/vpcStore";

/** How far a cache is open, as far as it is known by now. Empty for one that is not, and where nobody has asked. */
export type CacheReach = "public" | "open" | "notKnown" | "checking" | "";

export function cacheReach(vpc: VpcStore, target: Target, cache: Cache): CacheReach {
  if (cache.isPublic) {
    return "public";
  }
  const { answer } = vpc.openness(target, cache);
  if (answer !== "notKnown") {
    return answer === "yes" ? "open" : "";
  }
  if (!vpc.isAsked(target)) {
    return "";
  }
  return vpc.get(target).loading ? "checking" : "notKnown";
}

/** The words to show for it. */
export const reachWords: Readonly<Record<CacheReach, string>> = {
  public: "public",
  open: "open",
  notKnown: "not known",
  checking: "checking…",
  "": "",
};
