import { findGrant } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { errorForLog } from "../core/errorForLog";
import { endOfTags } from "../core/expiry/expiry";
import { type Target, targetAlone, targetKey } from "../core/target";
import { fewAtATime } from "../store/fewAtATime";
import { schedulersGrace, sweptAt } from "./dueRules";
import { alone } from "./lock";
import type { SweepServices, Told } from "./sweeping";
import type { sweepTarget } from "./sweepTarget";

/** How often it looks while a window is open, in milliseconds. */
const hour = 3_600_000;
/**
 * How often it looks at the clock where something is to end, in milliseconds: timers stand still while a computer sleeps,
 * and its clock does not.
 */
const tick = 60_000;

/** How long what other windows have written down is taken for known, in milliseconds: rules change in volleys. */
const memoryPause = 5_000;

/** One request each: so many at once stay well below every account's rate. */
const targetsAtATime = 8;

export interface SweepHost {
  readonly services: SweepServices;
  /** The folder that all windows share: no two sweep the same target at once. */
  readonly folder: string;
  /** What revokes: with the driver and the changes, which nobody needs where nothing ends. */
  readonly load: () => Promise<{ readonly sweepTarget: typeof sweepTarget }>;
  /** Runs something after so many milliseconds, unless what it returns is called before. Keeps nothing alive. */
  readonly after?: (milliseconds: number, run: () => void) => () => void;
}

/**
 * Revokes what has expired: at the first use of the extension in a window, when an end comes that this window knows of,
 * and each hour. Targets in which nothing is known to end are not asked.
 */
export class Sweep {
  readonly #host: Required<SweepHost>;
  readonly #told: Told = new Set();
  /** The targets in which rules were seen that say when they end, and the first of these moments that is to come. */
  readonly #seen = new Map<string, { readonly target: Target; readonly ends: ReadonlySet<number> }>();
  readonly #stops: (() => void)[] = [];
  #cancel: (() => void) | undefined;
  #running: Promise<void> | undefined;
  /** Whether something was found due while a round was under way. */
  #again = false;
  /** The targets at which another window was at work: it may be killed there. */
  #held: ReadonlySet<string> = new Set();
  #isOver = false;
  #lastRead = Number.NEGATIVE_INFINITY;
  #lastHour = Number.NEGATIVE_INFINITY;

  constructor({ after = timer, ...host }: SweepHost) {
    this.#host = { ...host, after };
    const { state, expiry } = host.services;
    this.#stops.push(
      state.vpc.changed.listen(({ target }) => {
        this.#see(target);
        this.#readMemory();
      }),
      state.groups.changed.listen(({ target }) => void this.#forgetGone(target)),
      expiry.changed.listen(() => this.#plan()),
    );
  }

  /** The extension is used in this window for the first time. */
  async begin(): Promise<void> {
    await this.run();
  }

  /** Sweeps the targets in which something is due; each hour all in which anything ends. */
  run(): Promise<void> {
    this.#running ??= this.#round().finally(() => {
      this.#running = undefined;
      if (this.#again) {
        this.#again = false;
        void this.run();
      } else {
        this.#plan();
      }
    });
    return this.#running;
  }

  dispose(): void {
    this.#isOver = true;
    this.#cancel?.();
    for (const stop of this.#stops) {
      stop();
    }
  }

  async #round(): Promise<void> {
    const { services, folder } = this.#host;
    const { expiry, log } = services;
    const wereHeld = this.#held;
    const held = new Set<string>();
    this.#held = held;
    try {
      await expiry.refresh();
      const isHourly = Date.now() - this.#lastHour >= hour;
      this.#lastHour = isHourly ? Date.now() : this.#lastHour;
      const targets = [...this.#ends()]
        .filter(
          ([target, ends]) =>
            isHourly || wereHeld.has(targetKey(target)) || ends.some((at) => at <= expiry.now(target)),
        )
        .map(([target]) => target)
        .filter(({ profile }) => services.state.profiles.get(profile) !== undefined);
      if (targets.length === 0) {
        return;
      }
      const { sweepTarget } = await this.#host.load();
      await fewAtATime(targets, targetsAtATime, new AbortController().signal, async (target) => {
        const work = () => sweepTarget(target, services, this.#told);
        if (!(await alone(folder, targetKey(target), work))) {
          held.add(targetKey(target));
        }
      });
    } catch (error) {
      log(`expiry: ${errorForLog(error)}`, "error");
    }
  }

  /** By target: when something is to be looked at there. */
  #ends(): Map<Target, readonly number[]> {
    const { expiry } = this.#host.services;
    const byKey = new Map<string, { readonly target: Target; readonly ends: number[] }>();
    const add = (target: Target, ...ends: readonly number[]) => {
      const known = byKey.get(targetKey(target)) ?? { target: targetAlone(target), ends: [] };
      known.ends.push(...ends);
      byKey.set(targetKey(target), known);
    };
    for (const entry of expiry.remembered()) {
      add(entry, sweptAt(entry));
    }
    for (const rule of expiry.session()) {
      add(rule, rule.at);
    }
    for (const { target, ends } of this.#seen.values()) {
      add(target, ...ends);
    }
    return new Map([...byKey.values()].map(({ target, ends }) => [target, ends]));
  }

  /**
   * Looks again when the next end comes that is known, or in an hour. What is over already was tried: it has the hour,
   * unless another window was at it.
   */
  #plan(): void {
    if (this.#isOver || this.#running) {
      return;
    }
    const ends = [...this.#ends()];
    const waits = ends.flatMap(([target, moments]) => {
      const now = this.#host.services.expiry.now(target);
      return moments.filter((at) => at > now).map((at) => at - now + 500);
    });
    const wait = waits.reduce((least, each) => Math.min(least, each), this.#held.size > 0 ? tick : hour);
    this.#wake(Date.now() + wait, ends.length > 0);
  }

  /** Runs at a moment of this machine's clock. */
  #wake(at: number, isSoon: boolean): void {
    const wait = Math.max(at - Date.now(), 0);
    this.#cancel?.();
    this.#cancel = this.#host.after(isSoon ? Math.min(wait, tick) : wait, () => {
      if (Date.now() < at) {
        this.#wake(at, isSoon);
      } else {
        void this.run();
      }
    });
  }

  /** Rules were read: those that say when they end make their target one to look after. */
  #see(target: Target): void {
    const { vpc, ends } = this.#host.services.state;
    const found = vpc.allRules(target).flatMap(({ tags }) => endOfTags(tags) ?? []);
    if (found.length === 0) {
      return;
    }
    const known = this.#seen.get(targetKey(target))?.ends ?? new Set();
    const moments = found.map(({ at, by }) => at + (by === "schedule" ? schedulersGrace : 0));
    const fresh = moments.filter((at) => !known.has(at));
    this.#seen.set(targetKey(target), { target: targetAlone(target), ends: new Set([...known, ...moments]) });
    if (fresh.some((at) => at <= ends.now(target))) {
      this.#again = this.#running !== undefined;
      void this.run();
    } else if (fresh.length > 0) {
      this.#plan();
    }
  }

  /** Rules were read: another window may know of ends that their tags do not tell. */
  #readMemory(): void {
    if (Date.now() - this.#lastRead >= memoryPause) {
      this.#lastRead = Date.now();
      void this.#host.services.expiry.refresh().catch(() => undefined);
    }
  }

  /** A grant that a read shows gone, or going, is not the one that was made, should there be one again. */
  async #forgetGone(target: Target): Promise<void> {
    const { state, expiry } = this.#host.services;
    const { value, failure } = state.groups.get(target);
    if (value === undefined || failure) {
      return;
    }
    for (const entry of expiry.remembered()) {
      if (entry.kind !== "grant" || entry.inDoubt || targetKey(entry) !== targetKey(target)) {
        continue;
      }
      const group = state.groups.find(target, entry.cacheSecurityGroupName);
      const status = group && findGrant(group, entry)?.status;
      if (status === undefined || /^revok(?:ing|ed)$/.test(status)) {
        await expiry.forget(entry);
      }
    }
  }
}

function timer(milliseconds: number, run: () => void): () => void {
  const waiting = setTimeout(run, milliseconds).unref();
  return () => clearTimeout(waiting);
}
