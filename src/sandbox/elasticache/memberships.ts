export type MembershipStatus = "adding" | "active" | "removing";

export interface Membership {
  readonly groupId: string;
  readonly status: MembershipStatus;
}

/** The VPC security groups of a cache, as they come and go: a new list does not hold at once. */
export class Memberships {
  readonly #settleMs: number;
  #before: readonly string[];
  #after: readonly string[];
  #changedAt = Number.NEGATIVE_INFINITY;

  constructor(groupIds: readonly string[], settleMs: number) {
    this.#before = groupIds;
    this.#after = groupIds;
    this.#settleMs = settleMs;
  }

  /** What the list will be when it has settled. */
  get groupIds(): readonly string[] {
    return this.#after;
  }

  isChanging(now: number): boolean {
    return now - this.#changedAt < this.#settleMs;
  }

  /** Puts another list in the place of this one. */
  replace(groupIds: readonly string[], now: number): void {
    this.#before = this.#after;
    this.#after = [...new Set(groupIds)];
    this.#changedAt = now;
  }

  list(now: number): readonly Membership[] {
    const settled = !this.isChanging(now);
    const kept = this.#after.map((groupId): Membership => {
      const isNew = !settled && !this.#before.includes(groupId);
      return { groupId, status: isNew ? "adding" : "active" };
    });
    if (settled) {
      return kept;
    }
    const leaving = this.#before.filter((groupId) => !this.#after.includes(groupId));
    return [...kept, ...leaving.map((groupId): Membership => ({ groupId, status: "removing" }))];
  }
}
