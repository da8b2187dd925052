import type { AwsApi } from "../aws/api";
import { type CacheSecurityGroup, withoutGoneGrants } from "../core/cacheSecurityGroup";
import type { Failure } from "../core/failures";
import { type Target, targetKey } from "../core/target";
import { type Branch, unloaded } from "./branch";
import type { Classic } from "./classic";
import { Signal } from "./signal";

/** What changed: one group of a target, or anything about the target where none is named. */
export interface GroupChange {
  readonly target: Target;
  readonly name?: string;
}

interface Entry {
  readonly target: Target;
  /** Groups by name, each with the number of the question that its answer belongs to. */
  groups: Map<string, Dated> | undefined;
  readAt: number | undefined;
  failure: Failure | undefined;
  loading: Promise<void> | undefined;
  /** Names deleted since, so that an older list does not bring them back. */
  readonly removed: Map<string, number>;
}

interface Dated {
  readonly group: CacheSecurityGroup;
  readonly asOf: number;
}

/**
 * The cache security groups of each target, as last read. Answers may arrive out of order: each is dated by the
 * moment its question was asked (a change: by the moment it was answered), and an older one never overwrites a
 * newer one.
 */
export class GroupStore {
  readonly changed = new Signal<GroupChange>();
  readonly #entries = new Map<string, Entry>();
  readonly #aws: () => Promise<Pick<AwsApi, "listCacheSecurityGroups">>;
  readonly #classic: Classic;
  readonly #now: () => number;
  #moment = 0;

  constructor(
    aws: () => Promise<Pick<AwsApi, "listCacheSecurityGroups">>,
    classic: Classic,
    now: () => number,
  ) {
    this.#aws = aws;
    this.#classic = classic;
    this.#now = now;
  }

  get(target: Target): Branch<readonly CacheSecurityGroup[]> {
    const entry = this.#entries.get(targetKey(target));
    if (!entry) {
      return unloaded;
    }
    return {
      loading: entry.loading !== undefined,
      ...(entry.groups ? { value: sorted(entry.groups) } : {}),
      ...(entry.readAt === undefined ? {} : { readAt: entry.readAt }),
      ...(entry.failure ? { failure: entry.failure } : {}),
    };
  }

  find(target: Target, name: string): CacheSecurityGroup | undefined {
    return this.#entries.get(targetKey(target))?.groups?.get(name)?.group;
  }

  /** The targets that were loaded, or tried. */
  targets(): readonly Target[] {
    return [...this.#entries.values()].map((entry) => entry.target);
  }

  /** The moment now, for a question about to be asked. */
  moment(): number {
    this.#moment += 1;
    return this.#moment;
  }

  /** Reads the groups unless that was done already. A load under way is shared. */
  async load(target: Target): Promise<void> {
    const entry = this.#entries.get(targetKey(target));
    if (entry && !entry.loading && (entry.groups || entry.failure)) {
      return;
    }
    await this.refresh(target);
  }

  /** Reads the groups again. Rows that were there stay until the answer is. */
  async refresh(target: Target): Promise<void> {
    const entry = this.#entry(target);
    if (!entry.loading) {
      entry.loading = this.#read(entry).finally(() => {
        entry.loading = undefined;
        this.changed.emit({ target });
      });
      this.changed.emit({ target });
    }
    await entry.loading;
  }

  /** Takes a group from an answer. `asOf` is the moment of a look's question, or of a change's answer. */
  apply(target: Target, group: CacheSecurityGroup, asOf: number): void {
    const entry = this.#entries.get(targetKey(target));
    if (!entry?.groups || isOlder(entry, group.name, asOf)) {
      return;
    }
    const isNew = !entry.groups.has(group.name);
    entry.groups.set(group.name, { group: withoutGoneGrants(group), asOf });
    this.changed.emit(isNew ? { target } : { target, name: group.name });
  }

  /** Takes away a group that is there no more. */
  remove(target: Target, name: string): void {
    const entry = this.#entries.get(targetKey(target));
    if (entry) {
      entry.removed.set(name, this.moment());
      entry.groups?.delete(name);
      this.changed.emit({ target });
    }
  }

  /** Forgets what was loaded for targets that are shown no more. */
  keepOnly(isShown: (target: Target) => boolean): void {
    for (const [key, entry] of this.#entries) {
      if (!isShown(entry.target)) {
        this.#entries.delete(key);
      }
    }
  }

  async #read(entry: Entry): Promise<void> {
    const asOf = this.moment();
    const answer = await this.#classic.ask(entry.target, async () =>
      (await this.#aws()).listCacheSecurityGroups(entry.target),
    );
    if (!answer.ok) {
      entry.failure = answer.failure;
      return;
    }
    const before = entry.groups;
    entry.groups = new Map();
    for (const group of answer.value) {
      const known = before?.get(group.name);
      if (known && known.asOf > asOf) {
        entry.groups.set(group.name, known);
      } else if (!isOlder(entry, group.name, asOf)) {
        entry.groups.set(group.name, { group: withoutGoneGrants(group), asOf });
      }
    }
    for (const [name, known] of before ?? []) {
      if (known.asOf > asOf) {
        entry.groups.set(name, known);
      }
    }
    entry.failure = undefined;
    entry.readAt = this.#now();
  }

  #entry(target: Target): Entry {
    const key = targetKey(target);
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = {
        target,
        groups: undefined,
        readAt: undefined,
        failure: undefined,
        loading: undefined,
        removed: new Map(),
      };
      this.#entries.set(key, entry);
    }
    return entry;
  }
}

function isOlder(entry: Entry, name: string, asOf: number): boolean {
  return (entry.removed.get(name) ?? 0) > asOf || (entry.groups?.get(name)?.asOf ?? 0) > asOf;
}

function sorted(groups: ReadonlyMap<string, Dated>): readonly CacheSecurityGroup[] {
  return [...groups.values()]
    .map((dated) => dated.group)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
