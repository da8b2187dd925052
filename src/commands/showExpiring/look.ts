import { distinctBy } from "../../core/distinct";
import { count } from "../../core/plural";
import { type Target, targetKey } from "../../core/target";
import { type ExpiringLook, hasGrants } from "../../store/expiry/expiring";
import { fewAtATime } from "../../store/fewAtATime";
import { forEachTarget } from "../../store/forEachTarget";
import type { Services } from "../command";

const targetsAtATime = 8;

/** What was looked at so far, one look a target. */
export class ExpiringLooks {
  readonly #services: Services;
  readonly #looks = new Map<string, ExpiringLook>();

  constructor(services: Services) {
    this.#services = services;
  }

  all(): readonly ExpiringLook[] {
    return [...this.#looks.values()];
  }

  /** Those of these targets that nobody has looked into, each once. */
  left(targets: readonly Target[]): readonly Target[] {
    return distinctBy(targetKey, targets).filter((target) => !this.#looks.has(targetKey(target)));
  }

  /** Looks into targets, with a message that says how far it is. Cancelled, it leaves the rest. */
  async withProgress(targets: readonly Target[]): Promise<void> {
    const title = `Looking for what expires in ${count(targets.length, "target")}`;
    await this.#services.ui.progress(title, ({ signal, report }) =>
      forEachTarget(targets, signal, report, (target) => this.#look(target)),
    );
  }

  async into(targets: readonly Target[]): Promise<void> {
    const never = new AbortController().signal;
    await fewAtATime(this.left(targets), targetsAtATime, never, (target) => this.#look(target));
  }

  /** One request for all rules that say when they end, and one for the grants that this machine remembers. */
  async #look(target: Target): Promise<void> {
    const { aws, expiry, state } = this.#services;
    const grants = hasGrants(target, expiry) ? state.groups.refresh(target) : undefined;
    const rules = await (await aws()).describeExpiringRules(target);
    await grants;
    this.#looks.set(targetKey(target), { target, rules });
  }
}
