import type { AwsApi } from "../aws/api";
import type { CallOptions } from "../aws/callOptions";
import type { CacheSecurityGroup, GrantName } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { groupNotFound } from "../core/failures/failureScope";
import type { Failure } from "../core/failures/failures";
import type { Outcome } from "../core/outcome";
import { type Target, targetKey } from "../core/target";
import { type Branch, unloaded } from "./branch";
import type { ClassicRefusals } from "./classicRefusals";
import { DatedGroups } from "./datedGroups";
import { Emitter } from "./emitter";
import { TargetReads } from "./targetReads";

/** What the groups are asked of. */
type Api = Pick<AwsApi, "listCacheSecurityGroups" | "describeCacheSecurityGroup">;

/** What changed: one group of a target, or anything about the target where none is named. */
export interface GroupEvent {
  readonly target: Target;
  readonly name?: string;
}

interface Entry {
  readonly target: Target;
  readonly groups: DatedGroups;
  /** When the whole list was last read; absent until it was. */
  readAt: number | undefined;
  failure: Failure | undefined;
  /** What has come of the first list while that is read. */
  soFar: DatedGroups | undefined;
}

/** The cache security groups of each target, as last read and as changed since. */
export class GroupStore {
  readonly changed = new Emitter<GroupEvent>();
  readonly #entries = new Map<string, Entry>();
  readonly #reads = new TargetReads(
    (target) => this.#read(target),
    (target) => this.changed.emit({ target }),
  );
  readonly #aws: () => Promise<Api>;
  readonly #classic: ClassicRefusals;
  readonly #now: () => number;
  #moment = 0;

  constructor(aws: () => Promise<Api>, classic: ClassicRefusals, now: () => number) {
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
      loading: this.#reads.underWay(target) !== undefined,
      ...(entry.readAt === undefined ? {} : { value: entry.groups.sorted(), readAt: entry.readAt }),
      ...(entry.failure ? { failure: entry.failure } : {}),
      ...(entry.soFar ? { soFar: entry.soFar.sorted() } : {}),
    };
  }

  /** In whatever case the name is given: the API stores names in lower case, and finds them by it. */
  find(target: Target, name: string): CacheSecurityGroup | undefined {
    const entry = this.#entries.get(targetKey(target));
    const find = (stored: string) => entry?.groups.find(stored) ?? entry?.soFar?.find(stored);
    return find(name) ?? find(name.toLowerCase());
  }

  /** The targets that were loaded, or tried. */
  targets(): readonly Target[] {
    return [...this.#entries.values()].map((entry) => entry.target);
  }

  /** Reads the groups unless that was done already. A load under way is shared. */
  async load(target: Target): Promise<void> {
    const underWay = this.#reads.underWay(target);
    if (underWay) {
      await underWay;
    }
    const entry = this.#entries.get(targetKey(target));
    if (entry?.readAt === undefined && !entry?.failure) {
      await this.#reads.again(target);
    }
  }

  /** Reads the groups again. Rows that were there stay until the answer is. */
  refresh(target: Target): Promise<void> {
    return this.#reads.again(target);
  }

  /** Reads one group as it is now, and shows it; one that is not there any more goes. */
  async look(target: Target, name: string, options?: CallOptions): Promise<Outcome<CacheSecurityGroup>> {
    const asOf = this.#nextMoment();
    const answer = await (await this.#aws()).describeCacheSecurityGroup(target, name, options);
    if (answer.ok) {
      this.#take(target, answer.value.name, (groups) => groups.look(answer.value, asOf));
    } else if (answer.failure.code === groupNotFound) {
      this.#remove(target, name, asOf);
    }
    return answer;
  }

  /**
   * Sends a change of one group, or of one grant in it, and shows what it was answered with: the group as it is
   * now, or nothing where it was deleted. A group that the answer says is not there goes.
   */
  async change<T extends CacheSecurityGroup | undefined>(
    target: Target,
    about: { readonly name: string; readonly grant?: GrantName },
    send: () => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const asked = this.#nextMoment();
    const answer = await send();
    const { name, grant } = about;
    if (!answer.ok) {
      if (answer.failure.code === groupNotFound) {
        this.#remove(target, name, asked);
      }
      return answer;
    }
    const group = answer.value;
    if (group === undefined) {
      this.#remove(target, name, this.#nextMoment());
    } else {
      const change = { asked, ...(grant ? { grant } : {}) };
      this.#take(target, group.name, (groups) => groups.change(group, change, this.#nextMoment()));
    }
    return answer;
  }

  /** Forgets what was loaded for targets that are shown no more. */
  keepOnly(isShown: (target: Target) => boolean): void {
    for (const [key, entry] of this.#entries) {
      if (!isShown(entry.target)) {
        this.#entries.delete(key);
      }
    }
  }

  /** The moment before a question is asked, or when an answer came: what dates it among all others. */
  #nextMoment(): number {
    this.#moment += 1;
    return this.#moment;
  }

  #remove(target: Target, name: string, asOf: number): void {
    const entry = this.#entries.get(targetKey(target));
    if (entry?.groups.remove(name.toLowerCase(), asOf)) {
      this.changed.emit({ target: entry.target });
    }
  }

  #take(target: Target, name: string, take: (groups: DatedGroups) => boolean): void {
    const entry = this.#entries.get(targetKey(target));
    if (!entry) {
      return;
    }
    const isNew = entry.groups.find(name) === undefined;
    if (take(entry.groups)) {
      this.changed.emit(isNew ? { target: entry.target } : { target: entry.target, name });
    }
  }

  async #read(target: Target): Promise<void> {
    const entry = this.#entry(target);
    const asOf = this.#nextMoment();
    const soFar = (groups: readonly CacheSecurityGroup[]) => {
      entry.soFar = new DatedGroups();
      entry.soFar.replace(groups, asOf);
      this.changed.emit({ target });
    };
    const answer = await this.#classic.ask(target, async () =>
      (await this.#aws()).listCacheSecurityGroups(target, entry.readAt === undefined ? { soFar } : {}),
    );
    entry.soFar = undefined;
    if (answer.ok) {
      entry.groups.replace(answer.value, asOf);
      entry.failure = undefined;
      entry.readAt = this.#now();
    } else {
      entry.failure = answer.failure;
    }
  }

  #entry(target: Target): Entry {
    const key = targetKey(target);
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = {
        target,
        groups: new DatedGroups(),
        readAt: undefined,
        failure: undefined,
        soFar: undefined,
      };
      this.#entries.set(key, entry);
    }
    return entry;
  }
}
