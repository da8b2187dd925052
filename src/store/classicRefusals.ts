import type { Failure } from "../core/failures/failures";
import { failed, type Outcome } from "../core/outcome";
import type { Target } from "../core/target";
import type { AccountStore } from "./accountStore";

/** A question under way. */
interface Asking {
  readonly target: Target;
  /** Resolves when it is known whether the account refuses. */
  readonly known: Promise<void>;
}

/**
 * Remembers which accounts refuse cache security groups in which region, so that each is asked once: two
 * profiles of one account are told the same without a second question.
 */
export class ClassicRefusals {
  readonly #accounts: AccountStore;
  readonly #asking = new Set<Asking>();
  #refusals = new Map<string, Failure>();

  constructor(accounts: AccountStore) {
    this.#accounts = accounts;
  }

  /** Asks, unless the account is known to refuse, or another profile of it is just being told so. */
  async ask<T>(target: Target, question: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const earlier = [...this.#asking].filter((each) => each.target.region === target.region);
    let tell = () => {};
    const known = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const asking = { target, known };
    this.#asking.add(asking);
    try {
      if (await this.#waitForAccount(earlier, target)) {
        tell();
      }
      return await this.#askNow(target, question);
    } finally {
      tell();
      this.#asking.delete(asking);
    }
  }

  /** Asks again from now on: the account's credentials, or where they are sent, have changed. */
  forget(): void {
    this.#refusals = new Map();
  }

  async #askNow<T>(target: Target, question: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const known = await this.#refusal(target);
    if (known) {
      return failed(known);
    }
    const refusals = this.#refusals;
    const answer = await question();
    if (!answer.ok && answer.failure.kind === "classicRetired") {
      // Where all was forgotten meanwhile, this is an answer to other credentials.
      refusals.set(await this.#key(target), answer.failure);
    }
    return answer;
  }

  /** Waits for those of the same account, but no longer for its number than they take. True if there was one. */
  async #waitForAccount(earlier: readonly Asking[], target: Target): Promise<boolean> {
    const own = this.#numberOf(target);
    const same = own !== undefined && earlier.find((other) => this.#numberOf(other.target) === own);
    if (same) {
      // One is enough, and no promise for each two: hundreds of profiles may be read anew at once.
      await same.known;
      return true;
    }
    const undecided = earlier.filter(
      (other) => own === undefined || this.#numberOf(other.target) === undefined,
    );
    const waits = undecided.map(async (other) => {
      const isSame = this.#isSameAccount(other.target, target);
      await Promise.race([other.known, isSame.then((same) => (same ? other.known : undefined))]);
      return Promise.race([isSame, false]);
    });
    return (await Promise.all(waits)).includes(true);
  }

  /** The number of a target's account, where it is known by now. */
  #numberOf({ profile }: Target): string | undefined {
    return this.#accounts.get(profile)?.accountId;
  }

  async #isSameAccount(one: Target, other: Target): Promise<boolean> {
    const [key, otherKey] = await Promise.all([this.#key(one), this.#key(other)]);
    return key === otherKey;
  }

  async #refusal(target: Target): Promise<Failure | undefined> {
    // The account number is waited for only where it can spare a question.
    const mayBeKnown = [...this.#refusals.keys()].some((key) => key.endsWith(`\n${target.region}`));
    return mayBeKnown ? this.#refusals.get(await this.#key(target)) : undefined;
  }

  /** Where the account number cannot be had, the profile stands for it. */
  async #key(target: Target): Promise<string> {
    const identity = await this.#accounts.load(target);
    return `${identity?.accountId ?? target.profile}\n${target.region}`;
  }
}
