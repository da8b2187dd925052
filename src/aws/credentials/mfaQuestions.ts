import type { AwsHost, MfaQuestion } from "../host";
import type { Waiter } from "./waiter";

/** How long "no" holds: what waits for the same profile at the same moment is not asked once more. */
const refusalHolds = 1_000;

/** Asks for MFA codes one after the other, since an editor can show one input box at a time. */
export class MfaQuestions {
  readonly #host: AwsHost;
  readonly #gaveUp = new Map<string, number>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: AwsHost) {
    this.#host = host;
  }

  /** The code, or `undefined` when the user gave up. Everybody's time stands still until then. */
  async ask(question: MfaQuestion, waiter: Waiter): Promise<string | undefined> {
    if (Date.now() - (this.#gaveUp.get(question.profile) ?? 0) < refusalHolds) {
      return undefined;
    }
    waiter.pause();
    try {
      const answer = this.#last.then(() =>
        waiter.signal.aborted ? undefined : this.#host.askMfaCode(question, waiter.signal),
      );
      this.#last = answer.catch(() => undefined);
      const code = await waiter.race(answer);
      if (code === undefined) {
        this.#gaveUp.set(question.profile, Date.now());
      }
      return code;
    } finally {
      waiter.resume();
    }
  }
}
