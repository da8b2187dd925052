import { randomUUID } from "node:crypto";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../../core/outcome";

const minutes = 15;

/** More are not kept: the oldest go first. */
const kept = 100;

interface Kept<Plan> {
  readonly plan: Plan;
  readonly expiresAt: number;
  isUsed: boolean;
}

/** The plans of this window. Each lives a quarter of an hour, and is applied once. */
export class PlanStore<Plan> {
  readonly #now: () => number;
  readonly #plans = new Map<string, Kept<Plan>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  add(plan: Plan): { readonly planId: string; readonly expiresAt: number } {
    const planId = randomUUID();
    const expiresAt = this.#now() + minutes * 60_000;
    this.#plans.set(planId, { plan, expiresAt, isUsed: false });
    for (const old of [...this.#plans.keys()].slice(0, -kept)) {
      this.#plans.delete(old);
    }
    return { planId, expiresAt };
  }

  /** The plan of an id that may still be applied. */
  find(planId: unknown): Outcome<Plan> {
    const found = this.#usable(planId);
    return found.ok ? succeeded(found.value.plan) : found;
  }

  /** The same, and for the last time. */
  take(planId: unknown): Outcome<Plan> {
    const found = this.#usable(planId);
    if (!found.ok) {
      return found;
    }
    found.value.isUsed = true;
    return succeeded(found.value.plan);
  }

  #usable(planId: unknown): Outcome<Kept<Plan>> {
    const found = typeof planId === "string" ? this.#plans.get(planId) : undefined;
    if (!found) {
      return failed(invalidParameter("planId", "There is no plan with this ID in this window. Plan anew"));
    }
    if (found.isUsed) {
      return failed(
        invalidParameter("planId", "This plan was applied already, and is applied once. Plan anew"),
      );
    }
    return this.#now() < found.expiresAt
      ? succeeded(found)
      : failed(invalidParameter("planId", `This plan is older than ${minutes} minutes. Plan anew`));
  }
}
