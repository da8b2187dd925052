import type { AwsApi, CallerIdentity } from "../aws/api";
import type { Target } from "../core/target";
import { Emitter } from "./emitter";

/**
 * Whose account each profile is. Asked of STS once per profile, when one of its regions is first opened, and
 * kept until the profile's credentials change. An account that STS will not tell is no failure: its rows just
 * go without the number.
 */
export class AccountStore {
  /** A profile whose account number became known. */
  readonly changed = new Emitter<string>();
  readonly #aws: () => Promise<Pick<AwsApi, "callerIdentity">>;
  readonly #known = new Map<string, CallerIdentity>();
  readonly #asked = new Map<string, Promise<CallerIdentity | undefined>>();

  constructor(aws: () => Promise<Pick<AwsApi, "callerIdentity">>) {
    this.#aws = aws;
  }

  get(profile: string): CallerIdentity | undefined {
    return this.#known.get(profile);
  }

  load(target: Target): Promise<CallerIdentity | undefined> {
    const { profile } = target;
    const known = this.#known.get(profile);
    if (known) {
      return Promise.resolve(known);
    }
    let asked = this.#asked.get(profile);
    if (!asked) {
      asked = this.#ask(target).then((answer) => this.#take(profile, asked, answer));
      this.#asked.set(profile, asked);
    }
    return asked;
  }

  /** What is being asked is forgotten too: the answer would be about other credentials. */
  forget(profile: string): void {
    this.#asked.delete(profile);
    if (this.#known.delete(profile)) {
      this.changed.emit(profile);
    }
  }

  /** The accounts known so far, each with the profiles that belong to it. */
  all(): ReadonlyMap<string, readonly string[]> {
    const accounts = new Map<string, string[]>();
    for (const [profile, { accountId }] of this.#known) {
      accounts.set(accountId, [...(accounts.get(accountId) ?? []), profile]);
    }
    return accounts;
  }

  async #ask(target: Target): Promise<CallerIdentity | undefined> {
    const answer = await (await this.#aws()).callerIdentity(target);
    return answer.ok ? answer.value : undefined;
  }

  #take(
    profile: string,
    asked: Promise<CallerIdentity | undefined> | undefined,
    answer: CallerIdentity | undefined,
  ): CallerIdentity | undefined {
    if (this.#asked.get(profile) === asked) {
      this.#asked.delete(profile);
      if (answer) {
        this.#known.set(profile, answer);
        this.changed.emit(profile);
      }
    }
    return answer;
  }
}
