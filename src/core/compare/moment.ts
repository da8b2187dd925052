import type { CacheKind } from "../caches/cache";
import type { Target } from "../target";

/** What can be reached: a cache, or a cache security group of the first generation. */
export type PlaceName =
  | { readonly cacheKind: CacheKind; readonly cacheId: string }
  | { readonly cacheSecurityGroupName: string };

/** Somebody who is let in. */
export interface LetIn {
  /** Equal for the same source on the same ports in one target, whatever it is called. */
  readonly key: string;
  /** The same for a reader, by names: of two targets, what is called alike is taken for alike. */
  readonly text: string;
}

/** A place, with whom it lets in. */
export interface Place {
  readonly name: PlaceName;
  readonly letsIn: readonly LetIn[];
  /** Why not all is known of whom it lets in; absent where it is. */
  readonly notKnown?: string;
}

/** The lists that a moment is read from. */
export const placeLists = ["caches", "cacheSecurityGroups"] as const;
export type PlaceList = (typeof placeLists)[number];

/** Who was let in to what in one target at one moment. It has names and ids, and no secret. */
export interface Moment extends Target {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly accountId?: string;
  readonly places: readonly Place[];
  /** The lists that could not be read whole, and why: what is not in them may be there all the same. */
  readonly notRead: { readonly [list in PlaceList]?: string };
}

/** Equal for the same place, in whichever target. */
export function placeKey(name: PlaceName): string {
  return "cacheId" in name
    ? JSON.stringify(["cache", name.cacheKind, name.cacheId])
    : JSON.stringify(["cacheSecurityGroup", name.cacheSecurityGroupName]);
}

export function placeText(name: PlaceName): string {
  return "cacheId" in name ? name.cacheId : name.cacheSecurityGroupName;
}

export function listOf(name: PlaceName): PlaceList {
  return "cacheId" in name ? "caches" : "cacheSecurityGroups";
}
