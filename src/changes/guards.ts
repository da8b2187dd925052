import { checkTyped } from "../core/checkTyped";
import type { Failure } from "../core/failures/failures";
import { protectedFailure, readOnlyFailure } from "../core/failures/guards";
import { isProtected } from "../core/settings";
import type { ChangeServices } from "./services";

/**
 * The guards of one change. A protected profile asks the user for its name, once; a call that asks nothing
 * (`interactive` false) is refused, since no params can answer a guard.
 */
export class Guards {
  readonly #services: Pick<ChangeServices, "state" | "ui">;
  readonly #interactive: boolean;
  readonly #answered = new Set<string>();

  constructor(services: Pick<ChangeServices, "state" | "ui">, interactive: boolean) {
    this.#services = services;
    this.#interactive = interactive;
  }

  /** Asks for each profile that is protected. The first that says no is the failure. */
  async ask(profiles: Iterable<string>): Promise<Failure | undefined> {
    for (const profile of new Set(profiles)) {
      const failure = this.refusal(profile);
      if (failure && (failure.kind !== "protected" || !this.#interactive)) {
        return failure;
      }
      if (failure && !(await this.#isNamed(profile))) {
        return { kind: "cancelled", message: "Nothing was changed" };
      }
    }
    return undefined;
  }

  /** What the settings say now, just before a request: both may have been changed since somebody was asked. */
  refusal(profile: string): Failure | undefined {
    const settings = this.#services.state.settings();
    const readOnly = readOnlyFailure(settings);
    if (readOnly || this.#answered.has(profile) || !isProtected(settings, profile)) {
      return readOnly;
    }
    return protectedFailure(profile);
  }

  async #isNamed(profile: string): Promise<boolean> {
    const answer = await this.#services.ui.input({
      at: { title: `${profile} is protected` },
      prompt: `Type the profile's name to change something in it: ${profile}`,
      placeholder: profile,
      check: checkTyped(profile, `Type ${profile} to go on`),
    });
    if (answer.kind === "answer") {
      this.#answered.add(profile);
    }
    return answer.kind === "answer";
  }
}
