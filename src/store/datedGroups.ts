import {
  type CacheSecurityGroup,
  type GrantName,
  withGrantOf,
  withoutGoneGrants,
} from "../core/cacheSecurityGroups/cacheSecurityGroup";

/** How a change was asked for. */
export interface AskedChange {
  /** The moment before it was sent. */
  readonly asked: number;
  /** The grant that it is about; absent where it is about the group itself. */
  readonly grant?: GrantName;
}

interface Dated {
  readonly group: CacheSecurityGroup;
  readonly asOf: number;
}

/**
 * The cache security groups of one target, each dated by the question that its answer belongs to. Answers may
 * arrive out of order: an older one never overwrites a newer one.
 */
export class DatedGroups {
  readonly #groups = new Map<string, Dated>();
  /** When names were last known to be gone, so that an older answer does not bring them back. */
  readonly #removed = new Map<string, number>();
  /** Put in order once: every row of the list asks for it. */
  #sorted: readonly CacheSecurityGroup[] | undefined;

  find(name: string): CacheSecurityGroup | undefined {
    return this.#groups.get(name)?.group;
  }

  /** By name, as Describe lists them. */
  sorted(): readonly CacheSecurityGroup[] {
    this.#sorted ??= [...this.#groups.values()]
      .map(({ group }) => group)
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return this.#sorted;
  }

  /** Takes what a look saw. False where something newer is known. */
  look(group: CacheSecurityGroup, asOf: number): boolean {
    if (this.#isOlder(group.name, asOf)) {
      return false;
    }
    this.#set(group, asOf);
    return true;
  }

  /**
   * Takes what a change was answered with, which is newer than any look asked before `now`. Where something else
   * was answered since the change was asked, nobody can tell which of the two states came first: then only what
   * this change was about is taken from it.
   */
  change(answer: CacheSecurityGroup, { asked, grant }: AskedChange, now: number): boolean {
    if ((this.#removed.get(answer.name) ?? 0) > asked) {
      return false;
    }
    const known = this.#groups.get(answer.name);
    this.#set(known && grant && known.asOf > asked ? withGrantOf(known.group, answer, grant) : answer, now);
    return true;
  }

  /** Takes a group away. False where it was seen later than `asOf`. */
  remove(name: string, asOf: number): boolean {
    if (this.#isOlder(name, asOf)) {
      return false;
    }
    this.#removed.set(name, asOf);
    this.#groups.delete(name);
    this.#sorted = undefined;
    return true;
  }

  /** Takes a whole list: what it does not name is gone, unless it was seen later. */
  replace(groups: readonly CacheSecurityGroup[], asOf: number): void {
    for (const [name, known] of this.#groups) {
      if (known.asOf <= asOf) {
        this.#groups.delete(name);
        this.#sorted = undefined;
      }
    }
    for (const group of groups) {
      this.look(group, asOf);
    }
  }

  #set(group: CacheSecurityGroup, asOf: number): void {
    this.#groups.set(group.name, { group: withoutGoneGrants(group), asOf });
    this.#sorted = undefined;
  }

  #isOlder(name: string, asOf: number): boolean {
    return (this.#removed.get(name) ?? 0) > asOf || (this.#groups.get(name)?.asOf ?? 0) > asOf;
  }
}
