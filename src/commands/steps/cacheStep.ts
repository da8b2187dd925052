import { type Cache, type CacheName, cacheKey, isSameCache } from "../../core/caches/cache";
import { briefFacts } from "../../core/caches/cacheFacts";
import { joined } from "../../core/joined";
import type { Target } from "../../core/target";
import { failureNote, note } from "../../ui/entries";
import { keepIn, pickStep } from "../../ui/steps";
import type { PickEntry, PickItem } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { firstRead } from "./firstRead";
import { type TargetContext, targetOf } from "./targetStep";

/** A flow about one cache that is there. */
export interface CacheContext extends TargetContext {
  readonly given: Partial<Target> & { readonly cacheKind?: string; readonly cacheId?: string };
  cache?: CacheName;
}

/** Asks for one of the target's caches; those that are not offered are left out. */
export function cacheStep(
  placeholder: string,
  isOffered: (cache: Cache) => boolean = () => true,
): Step<CacheContext> {
  return pickStep<CacheContext, CacheName>({
    field: "cacheId",
    isNeeded: ({ given }) => given.cacheKind === undefined || given.cacheId === undefined,
    question: (context) => ({
      placeholder,
      ...firstRead(context.services.state.caches, targetOf(context), () => entries(context, isOffered)),
      isActive: (cache) => context.cache !== undefined && isSameCache(cache, context.cache),
    }),
    keep: keepIn("cache"),
  });
}

function entries(
  context: CacheContext,
  isOffered: (cache: Cache) => boolean,
): readonly PickEntry<CacheName>[] {
  const { given, services } = context;
  const { value, failures } = services.state.caches.get(targetOf(context));
  const shown = (value ?? [])
    .filter(({ kind, id }) => (given.cacheKind ?? kind) === kind && (given.cacheId ?? id) === id)
    .filter(isOffered);
  const none = value !== undefined && shown.length === 0 && failures.length === 0;
  return [
    ...failures.map((failure) => failureNote(failure, targetOf(context))),
    ...(none ? [note("info", "There is no such cache here")] : []),
    ...shown.map((cache) => cacheEntry(cache, { kind: cache.kind, id: cache.id })),
  ];
}

/** A cache in a list to pick from. */
export function cacheEntry<T>(cache: Cache, value: T): PickItem<T> {
  return {
    key: cacheKey(cache),
    label: cache.id,
    description: joined(...briefFacts(cache)),
    icon: "database",
    value,
  };
}
