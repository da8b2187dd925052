import type { IngressItem } from "../../core/cacheSecurityGroups/items";
import type { End } from "../../core/expiry/expiry";
import type { Remembered, RememberedGrant, RememberedRule } from "../../core/expiry/remembered";
import type { Failure } from "../../core/failures/failures";
import type { Rule } from "../../core/rules/rule";
import { type Target, targetAlone } from "../../core/target";
import { Emitter } from "../emitter";
import { type Ends, grantEndKey, ruleEndKey } from "./ends";
import type { Memory } from "./memory";

/** A rule of which this window alone knows when it ends. */
export interface SessionRule extends Target {
  readonly groupId: string;
  readonly ruleId: string;
  readonly at: number;
}

/** What is known of ends besides the tags of rules: what this machine remembers, and what this window alone knows. */
export class ExpiryStore {
  /** Something is to end, or is not any more. */
  readonly changed = new Emitter<void>();
  readonly #memory: Memory;
  readonly #ends: Ends;
  readonly #session = new Map<string, SessionRule>();
  readonly #instead = new Map<string, Failure>();
  #remembered = new Map<string, Remembered>();
  #writes = 0;

  constructor(memory: Memory, ends: Ends) {
    this.#memory = memory;
    this.#ends = ends;
  }

  now(target: Target): number {
    return this.#ends.now(target);
  }

  ofRule(target: Target, rule: Pick<Rule, "id" | "tags">): End | undefined {
    return this.#ends.ofRule(target, rule);
  }

  ofGrant(item: IngressItem): End | undefined {
    return this.#ends.ofGrant(item);
  }

  grant(item: IngressItem): RememberedGrant | undefined {
    const known = this.#remembered.get(grantEndKey(item));
    return known?.kind === "grant" ? known : undefined;
  }

  rule(target: Target, ruleId: string): RememberedRule | undefined {
    const known = this.#remembered.get(ruleEndKey(target, ruleId));
    return known?.kind === "rule" ? known : undefined;
  }

  /** What this machine remembers, as it was read last. */
  remembered(): readonly Remembered[] {
    return [...this.#remembered.values()];
  }

  session(): readonly SessionRule[] {
    return [...this.#session.values()];
  }

  /** Reads what is remembered as it is now: other windows write too. */
  async refresh(): Promise<void> {
    let entries: readonly Remembered[];
    let writes: number;
    do {
      writes = this.#writes;
      entries = await this.#memory.read();
      // What was written meanwhile may not be among them.
    } while (writes !== this.#writes);
    const before = [...this.#remembered.values()];
    this.#remembered = new Map(entries.map((entry) => [keyOf(entry), entry]));
    for (const entry of [...before, ...entries]) {
      this.#tell(entry);
    }
  }

  /** Rejects where it cannot be written. */
  async remember(entry: Remembered): Promise<void> {
    await this.#memory.write(keyOf(entry), entry);
    this.#remembered.set(keyOf(entry), entry);
    this.#writes += 1;
    this.#tell(entry);
    this.changed.emit();
  }

  /** Whether it is forgotten then. What cannot be taken away is remembered still; nobody's change fails of it. */
  async forget(entry: Remembered): Promise<boolean> {
    const key = keyOf(entry);
    const known = this.#remembered.get(key);
    if (!known) {
      return true;
    }
    const isGone = await this.#memory.forget(key).then(
      () => true,
      () => false,
    );
    // Meanwhile it may have been remembered anew.
    if (isGone && this.#remembered.get(key) === known) {
      this.#remembered.delete(key);
      this.#writes += 1;
      this.#tell(entry);
    }
    return isGone;
  }

  /** Why EventBridge Scheduler does not see to the end of rules, although a role for it is set. */
  noteInstead(target: Target, ruleIds: readonly string[], failure: Failure): void {
    for (const id of ruleIds) {
      this.#instead.set(ruleEndKey(target, id), failure);
    }
  }

  insteadOfSchedule(target: Target, ruleId: string): Failure | undefined {
    return this.#instead.get(ruleEndKey(target, ruleId));
  }

  keepForSession(rule: SessionRule): void {
    const key = ruleEndKey(rule, rule.ruleId);
    this.#session.set(key, rule);
    this.#ends.set(targetAlone(rule), key, { at: rule.at, by: "session" });
    this.changed.emit();
  }

  /** Forgets all that is known here of a rule. */
  async forgetRule(target: Target, ruleId: string): Promise<void> {
    const key = ruleEndKey(target, ruleId);
    if (this.#session.delete(key)) {
      this.#ends.set(targetAlone(target), key, undefined);
    }
    const known = this.rule(target, ruleId);
    if (known) {
      await this.forget(known);
    }
  }

  /**
   * A rule's tags say when it ends, but where another window could not tag it; what a grant's end is, is known from here
   * alone. One that may be somebody else's is left alone then, and so has none.
   */
  #tell(entry: Remembered): void {
    if (entry.kind === "grant") {
      const known = this.grant(entry);
      const end = known && !known.inDoubt ? { at: known.at, by: "sweep" as const } : undefined;
      this.#ends.set(targetAlone(entry), keyOf(entry), end);
    }
    if (entry.kind === "rule") {
      const known = this.rule(entry, entry.ruleId);
      const isOthers = known?.by === "session" && !this.#session.has(keyOf(entry));
      const end = isOthers ? { at: known.at, by: known.by, isOthers } : undefined;
      this.#ends.setOfOthers(targetAlone(entry), keyOf(entry), end);
    }
  }
}

function keyOf(entry: Remembered): string {
  switch (entry.kind) {
    case "grant":
      return grantEndKey(entry);
    case "rule":
      return ruleEndKey(entry, entry.ruleId);
    case "target":
      return `target\n${entry.name}`;
  }
}
