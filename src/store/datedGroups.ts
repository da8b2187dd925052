import {
  type CacheSecurityGroup,
  type GrantName,
  withGrantOf,
  withoutGoneGrants,
} from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { Dated } from "./dated";

/** How a change was asked for. */
export interface AskedChange {
  /** The moment before it was sent. */
  readonly asked: number;
  /** The grant that it is about; absent where it is about the group itself. */
  readonly grant?: GrantName;
}

/** The cache security groups of one target, by name, whatever the order in which answers about them arrive. */
export class DatedGroups {
  readonly #groups = new Dated<string, CacheSecurityGroup>();
  /** Put in order once: every row of the list asks for it. */
  #sorted: readonly CacheSecurityGroup[] | undefined;

  find(name: string): CacheSecurityGroup | undefined {
    return this.#groups.get(name);
  }

  /** By name, as Describe lists them. */
  sorted(): readonly CacheSecurityGroup[] {
    this.#sorted ??= [...this.#groups.values()].sort((a, b) =>
      a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
    );
    return this.#sorted;
  }

  /** Takes what a look saw. False where something newer is known. */
  look(group: CacheSecurityGroup, asOf: number): boolean {
    this.#sorted = undefined;
    return this.#groups.set(group.name, withoutGoneGrants(group), asOf);
  }

  /**
   * Takes what a change was answered with, which is newer than any look asked before `now`. Where something else
   * was answered since the change was asked, nobody can tell which of the two states came first: then only what
   * this change was about is taken from it.
   */
  change(answer: CacheSecurityGroup, { asked, grant }: AskedChange, now: number): boolean {
    const { name } = answer;
    if (this.#groups.removedSince(name, asked)) {
      return false;
    }
    const known = this.#groups.get(name);
    return this.look(
      known && grant && this.#groups.changedSince(name, asked) ? withGrantOf(known, answer, grant) : answer,
      now,
    );
  }

  /** Takes a group away. False where it was seen later than `asOf`. */
  remove(name: string, asOf: number): boolean {
    this.#sorted = undefined;
    return this.#groups.remove(name, asOf);
  }

  /** Takes a whole list: what it does not name is gone, unless it was seen later. */
  replace(groups: readonly CacheSecurityGroup[], asOf: number): void {
    this.#sorted = undefined;
    this.#groups.replace(
      groups.map((group) => [group.name, withoutGoneGrants(group)]),
      asOf,
    );
  }
}
