import { isModifying } from "../core/caches/cache";
import { pauseBeforeLook } from "../core/pauses";
import { type Target, targetKey } from "../core/target";
import type { CacheStore } from "./cacheStore";

export interface CacheFollowerOptions {
  readonly caches: CacheStore;
  /** Seconds to follow one change. */
  readonly settleTimeout: () => number;
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Looks again, with growing pauses, at the caches of a target while one of them is being modified or a group of one
 * is being added or removed, whoever changed it, until that settles or the time limit passes.
 */
export class CacheFollower {
  readonly #options: CacheFollowerOptions;
  readonly #stop = new AbortController();
  readonly #stopListening: () => void;
  readonly #following = new Set<string>();
  /** Targets with a change that took too long. */
  readonly #givenUp = new Set<string>();

  constructor(options: CacheFollowerOptions) {
    this.#options = options;
    this.#stopListening = options.caches.changed.listen(({ target }) => {
      const key = targetKey(target);
      if (!this.#isChanging(target)) {
        this.#givenUp.delete(key);
      } else if (!this.#following.has(key) && !this.#givenUp.has(key)) {
        void this.#follow(target);
      }
    });
  }

  dispose(): void {
    this.#stopListening();
    this.#stop.abort();
  }

  async #follow(target: Target): Promise<void> {
    const { caches, now, settleTimeout, sleep } = this.#options;
    const key = targetKey(target);
    const deadline = now() + settleTimeout() * 1000;
    this.#following.add(key);
    for (let look = 0; this.#isChanging(target) && now() < deadline; look++) {
      await sleep(pauseBeforeLook(look), this.#stop.signal);
      if (this.#stop.signal.aborted) {
        return;
      }
      await caches.refresh(target);
    }
    this.#following.delete(key);
    if (this.#isChanging(target)) {
      this.#givenUp.add(key);
    }
  }

  #isChanging(target: Target): boolean {
    return (this.#options.caches.get(target).value ?? []).some(isModifying);
  }
}
