import {
  type Cache,
  type CacheName,
  cacheKey,
  isSameCache,
  kindWords,
  portsText,
} from "../../core/caches/cache";
import { firstSentence } from "../../core/failures/failures";
import type { Target } from "../../core/target";
import type { PickEntry } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "./takeAnswer";
import { type TargetContext, targetOf } from "./targetStep";

/** A flow about one cache that is there. */
export interface CacheContext extends TargetContext {
  readonly given: Partial<Target> & { readonly cacheKind?: string; readonly cacheId?: string };
  cache?: CacheName;
}

/** Asks for one of the target's caches; those that are not offered are left out. */
export function cacheStep<C extends CacheContext>(
  placeholder: string,
  isOffered: (cache: Cache) => boolean = () => true,
): Step<C> {
  return {
    field: "cacheId",
    isNeeded: ({ given }) => given.cacheKind === undefined || given.cacheId === undefined,
    async ask(context, at, ui) {
      const { caches } = context.services.state;
      const target = targetOf(context);
      const answer = await ui.pick<CacheName>({
        at,
        placeholder,
        items: entries(context, isOffered),
        ...(caches.get(target).value
          ? {}
          : { later: caches.load(target).then(() => entries(context, isOffered)) }),
        isActive: (cache) => context.cache !== undefined && isSameCache(cache, context.cache),
      });
      return takeAnswer(answer, (cache) => {
        context.cache = cache;
      });
    },
  };
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
    ...failures.map(({ message }) => note("warning", firstSentence(message))),
    ...(none ? [note("info", "There is no such cache here")] : []),
    ...shown.map((cache) => ({
      key: cacheKey(cache),
      label: cache.id,
      description: [cache.engine, kindWords(cache.kind), portsText(cache)].join(" · "),
      icon: "database",
      value: { kind: cache.kind, id: cache.id },
    })),
  ];
}

function note(icon: string, label: string): PickEntry<CacheName> {
  return { icon, label, note: true };
}
