import type { Cache } from "../core/caches/cache";
import { type CacheOpenness, cacheOpenness } from "../core/reach/cacheOpenness";
import type { KnownPrefixLists } from "../core/rules/prefixLists";
import type { Rule } from "../core/rules/rule";

interface Remembered {
  /** What it was made from. Each list is another one when it was read anew. */
  readonly known: KnownPrefixLists;
  readonly rules: readonly (readonly Rule[] | undefined)[];
  readonly openness: CacheOpenness;
}

/** The openness of caches: each row below a cache asks for it, and it is the same until something was read. */
export class OpennessMemo {
  readonly #remembered = new WeakMap<Cache, Remembered>();

  of(
    cache: Cache,
    rulesOf: (groupId: string) => readonly Rule[] | undefined,
    known: KnownPrefixLists,
  ): CacheOpenness {
    const rules = (cache.securityGroups ?? []).map(({ id }) => rulesOf(id));
    const before = this.#remembered.get(cache);
    if (before && before.known === known && before.rules.every((each, at) => each === rules[at])) {
      return before.openness;
    }
    const openness = cacheOpenness(cache, rulesOf, known);
    this.#remembered.set(cache, { known, rules, openness });
    return openness;
  }
}
