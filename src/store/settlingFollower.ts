import { pauseBeforeLook } from "../core/pauses";
import { type Target, targetKey } from "../core/target";
import type { Emitter } from "./emitter";

/** What is followed. */
export interface Following<T> {
  /** Tells of a target in which something may have begun to change, or have settled. */
  readonly changed: Emitter<{ readonly target: Target }>;
  /** What of a target changes by itself, each by a key that differs for another change of the same thing. */
  changing(target: Target): ReadonlyMap<string, T>;
  /** Reads again what changes. What cannot be read passes: the next look, or the user's refresh, tells. */
  look(target: Target, changing: readonly T[], signal: AbortSignal): Promise<void>;
}

export interface FollowerOptions {
  /** Seconds to follow one change. */
  readonly settleTimeout: () => number;
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

interface Followed {
  /** When each change was first seen. */
  readonly since: Map<string, number>;
  /** The looks since the last change began. */
  looks: number;
  isUnderWay: boolean;
}

/**
 * Looks again, with growing pauses, at everything loaded that AWS is still at work on, whoever changed it and
 * whether or not the view is visible, until it has settled or has taken too long.
 */
export class SettlingFollower<T> {
  readonly #following: Following<T>;
  readonly #options: FollowerOptions;
  readonly #stop = new AbortController();
  readonly #stopListening: () => void;
  readonly #targets = new Map<string, Followed>();

  constructor(following: Following<T>, options: FollowerOptions) {
    this.#following = following;
    this.#options = options;
    this.#stopListening = following.changed.listen(({ target }) => this.#follow(target));
  }

  /** Aborts when nothing is followed any more: the window closes. */
  get stopped(): AbortSignal {
    return this.#stop.signal;
  }

  dispose(): void {
    this.#stopListening();
    this.#stop.abort();
  }

  #follow(target: Target): void {
    const followed = this.#notice(target);
    if (!followed.isUnderWay && this.#notGivenUp(target, followed).length > 0) {
      void this.#lookUntilSettled(target, followed);
    }
  }

  async #lookUntilSettled(target: Target, followed: Followed): Promise<void> {
    followed.isUnderWay = true;
    while (this.#notGivenUp(target, followed).length > 0) {
      await this.#options.sleep(pauseBeforeLook(followed.looks++), this.#stop.signal);
      if (this.#stop.signal.aborted) {
        return;
      }
      await this.#following.look(target, this.#notGivenUp(target, followed), this.#stop.signal);
    }
    followed.isUnderWay = false;
  }

  /** Dates the changes that have begun, after which looks are frequent again; forgets those that have ended. */
  #notice(target: Target): Followed {
    const key = targetKey(target);
    const followed = this.#targets.get(key) ?? { since: new Map(), looks: 0, isUnderWay: false };
    this.#targets.set(key, followed);
    const changing = this.#following.changing(target);
    for (const change of changing.keys()) {
      if (!followed.since.has(change)) {
        followed.since.set(change, this.#options.now());
        followed.looks = 0;
      }
    }
    for (const change of followed.since.keys()) {
      if (!changing.has(change)) {
        followed.since.delete(change);
      }
    }
    return followed;
  }

  #notGivenUp(target: Target, { since }: Followed): readonly T[] {
    const oldest = this.#options.now() - this.#options.settleTimeout() * 1000;
    return [...this.#following.changing(target)]
      .filter(([change]) => (since.get(change) ?? 0) >= oldest)
      .map(([, what]) => what);
  }
}
