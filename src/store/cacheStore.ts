import { type Cache, type CacheName, isSameCache } from "../core/caches/cache";
import { userGroupsIn } from "../core/caches/cacheParts";
import type { Failure } from "../core/failures/failures";
import type { Outcome } from "../core/outcome";
import { type Target, targetKey } from "../core/target";
import { type Branch, unloaded } from "./branch";
import { type CacheEntry, type CacheListsApi, readCacheEntry, takeUsers } from "./cacheEntry";
import { Emitter } from "./emitter";
import { readUsers } from "./readUsers";
import { TargetReads } from "./targetReads";

/** The caches of a target: what could be read of them, and why the rest could not. */
export interface CacheBranch extends Branch<readonly Cache[]> {
  /** Each once. Where one list only was refused, the others are shown beside it. */
  readonly failures: readonly Failure[];
  /** Why less is known of who may log in. */
  readonly usersFailures: readonly Failure[];
}

/**
 * The caches of each target, as last read. Three lists make them, each with a permission of its own: what can be
 * shown is shown.
 */
export class CacheStore {
  readonly changed = new Emitter<{ readonly target: Target }>();
  readonly #aws: () => Promise<CacheListsApi>;
  readonly #now: () => number;
  readonly #entries = new Map<string, CacheEntry>();
  readonly #reads = new TargetReads(
    (target) => this.#read(target),
    (target) => this.changed.emit({ target }),
  );

  constructor(aws: () => Promise<CacheListsApi>, now: () => number) {
    this.#aws = aws;
    this.#now = now;
  }

  get(target: Target): CacheBranch {
    const entry = this.#entries.get(targetKey(target));
    const loading = this.#reads.underWay(target) !== undefined;
    if (!entry) {
      return { ...unloaded, loading, failures: [], usersFailures: [] };
    }
    const { failures, stale, readAt, caches, users } = entry;
    const [failure] = failures;
    return {
      loading,
      failures,
      usersFailures: users.failures,
      ...(readAt === undefined ? {} : { value: caches, readAt }),
      ...(failure && (stale || readAt === undefined) ? { failure } : {}),
    };
  }

  find(target: Target, cache: CacheName): Cache | undefined {
    return this.#entries.get(targetKey(target))?.caches.find((each) => isSameCache(each, cache));
  }

  /** The targets that were loaded, or tried. */
  targets(): readonly Target[] {
    return [...this.#entries.values()].map((entry) => entry.target);
  }

  /** Reads the caches unless that was done already. A load under way is shared. */
  async load(target: Target): Promise<void> {
    await (this.#reads.underWay(target) ??
      (this.#entries.has(targetKey(target)) ? undefined : this.#reads.again(target)));
  }

  /** The caches as they were last asked for: a refresh that was, is waited for. */
  async newest(target: Target): Promise<void> {
    await (this.#reads.newest(target) ?? this.load(target));
  }

  /** Reads the caches again. Rows that were there stay until the answers are. */
  async refresh(target: Target): Promise<void> {
    await this.#reads.again(target);
  }

  /** Sends what changes a cache, and shows it as it settles. */
  async change<T>(target: Target, send: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const answer = await send();
    await this.refresh(target);
    return answer;
  }

  /** Who may log in to the caches, once somebody has loaded those. */
  async loadUsers(target: Target): Promise<void> {
    await this.#entries.get(targetKey(target))?.usersUnderWay;
  }

  /** Forgets what was loaded for targets that are shown no more. */
  keepOnly(isShown: (target: Target) => boolean): void {
    for (const [key, { target }] of this.#entries) {
      if (!isShown(target)) {
        this.#entries.delete(key);
      }
    }
  }

  async #read(target: Target): Promise<void> {
    const aws = await this.#aws();
    const key = targetKey(target);
    const entry = await readCacheEntry(aws, target, () => this.#entries.get(key), this.#now);
    this.#entries.set(key, entry);
    if (userGroupsIn(entry.parts).length > 0) {
      entry.usersUnderWay = this.#readUsers(aws, entry);
    }
  }

  async #readUsers(aws: CacheListsApi, entry: CacheEntry): Promise<void> {
    const before = authenticationsOf(entry);
    takeUsers(entry, await readUsers(aws, entry.target));
    if (this.#entries.get(targetKey(entry.target)) === entry && authenticationsOf(entry) !== before) {
      this.changed.emit({ target: entry.target });
    }
  }
}

function authenticationsOf({ caches }: CacheEntry): string {
  return JSON.stringify(caches.map(({ authentication }) => authentication));
}
