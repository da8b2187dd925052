import type { Failure } from "../core/failures";
import { failed, type Outcome } from "../core/outcome";
import type { Target } from "../core/target";
import type { AccountStore } from "./accountStore";

/**
 * Remembers which accounts refuse cache security groups in which region, so that each is asked once: two
 * profiles of one account are told the same without a second question.
 */
export class Classic {
  readonly #accounts: AccountStore;
  #refusals = new Map<string, Failure>();

  constructor(accounts: AccountStore) {
    this.#accounts = accounts;
  }

  /** Asks, unless the account is known to refuse. */
  async ask<T>(target: Target, question: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
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

  /** Asks again from now on: the account's credentials, or where they are sent, have changed. */
  forget(): void {
    this.#refusals = new Map();
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
