import type { AwsApi } from "../aws/api";
import { type Cache, type CacheName, isSameCache } from "../core/caches/cache";
import type { CacheParts } from "../core/caches/cacheParts";
import { joinCaches } from "../core/caches/joinCaches";
import type { Failure } from "../core/failures/failures";
import type { Outcome } from "../core/outcome";
import { type Target, targetKey } from "../core/target";
import { type Branch, unloaded } from "./branch";
import { distinctFailures } from "./distinctFailures";
import { Emitter } from "./emitter";
import { TargetReads } from "./targetReads";

type Lists = Pick<AwsApi, "listCacheClusters" | "listReplicationGroups" | "listServerlessCaches">;

interface Entry {
  readonly target: Target;
  parts: CacheParts;
  caches: readonly Cache[];
  readAt: number | undefined;
  failures: readonly Failure[];
  /** Whether a list that could be read before could not be read now. */
  stale: boolean;
}

/** The caches of a target: what could be read of them, and why the rest could not. */
export interface CacheBranch extends Branch<readonly Cache[]> {
  /** Each once. Where one list only was refused, the others are shown beside it. */
  readonly failures: readonly Failure[];
}

/**
 * The caches of each target, as last read. Three lists make them, each with a permission of its own: what can be
 * shown is shown.
 */
export class CacheStore {
  readonly changed = new Emitter<{ readonly target: Target }>();
  readonly #aws: () => Promise<Lists>;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  readonly #reads = new TargetReads(
    (target) => this.#read(target),
    (target) => this.changed.emit({ target }),
  );

  constructor(aws: () => Promise<Lists>, now: () => number) {
    this.#aws = aws;
    this.#now = now;
  }

  get(target: Target): CacheBranch {
    const entry = this.#entries.get(targetKey(target));
    const loading = this.#reads.underWay(target) !== undefined;
    if (!entry) {
      return { ...unloaded, loading, failures: [] };
    }
    const { failures, stale, readAt, caches } = entry;
    const [failure] = failures;
    return {
      loading,
      failures,
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
    const [clusters, replicationGroups, serverless] = await Promise.all([
      aws.listCacheClusters(target),
      aws.listReplicationGroups(target),
      aws.listServerlessCaches(target),
    ]);
    const before = this.#entries.get(targetKey(target));
    const parts: CacheParts = {
      clusters: valueOr(clusters, before?.parts.clusters),
      replicationGroups: valueOr(replicationGroups, before?.parts.replicationGroups),
      serverless: valueOr(serverless, before?.parts.serverless),
    };
    const answers = [clusters, replicationGroups, serverless];
    const isRead = answers.some(({ ok }) => ok);
    this.#entries.set(targetKey(target), {
      target,
      parts,
      caches: joinCaches(parts),
      readAt: isRead ? this.#now() : before?.readAt,
      failures: distinctFailures(answers.flatMap((answer) => (answer.ok ? [] : [answer.failure]))),
      stale:
        (!clusters.ok && parts.clusters !== undefined) ||
        (!replicationGroups.ok && parts.replicationGroups !== undefined) ||
        (!serverless.ok && parts.serverless !== undefined),
    });
  }
}

function valueOr<T>(answer: Outcome<T>, before: T | undefined): T | undefined {
  return answer.ok ? answer.value : before;
}
