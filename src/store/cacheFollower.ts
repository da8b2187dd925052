import { type Cache, cacheKey, isChanging } from "../core/caches/cache";
import type { CacheStore } from "./cacheStore";
import { type FollowerOptions, SettlingFollower } from "./settlingFollower";

/** Reads the caches of a target again while one of them changes, or a group of one is being added or removed. */
export function followCaches(caches: CacheStore, options: FollowerOptions): SettlingFollower<Cache> {
  return new SettlingFollower<Cache>(
    {
      changed: caches.changed,
      changing: (target) =>
        new Map(
          (caches.get(target).value ?? []).filter(isChanging).map((cache) => [changeKey(cache), cache]),
        ),
      look: (target) => caches.refresh(target),
    },
    options,
  );
}

function changeKey(cache: Cache): string {
  const groups = (cache.securityGroups ?? []).filter(({ status }) => status !== "active");
  return [cacheKey(cache), cache.status, ...groups.map(({ id, status }) => `${id} ${status}`)].join("\n");
}
