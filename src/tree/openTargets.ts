import { type Target, targetAlone, targetKey } from "../core/target";

/** Where what was open is kept: VS Code's global state. */
export interface Memory {
  get<T>(key: string): T | undefined;
  update(key: string, value: unknown): Thenable<void>;
}

const key = "openTargets";
const kept = 50;

/** The regions that are open, kept so that they can be opened again in the next window. Nothing opens by itself. */
export class OpenTargets {
  readonly #memory: Memory;
  readonly #open = new Map<string, Target>();
  /** What was open below profiles whose own rows were closed. */
  readonly #below = new Map<string, readonly Target[]>();
  /** What was open in the last window, and has not been opened in this one. */
  #left: ReadonlyMap<string, Target>;

  constructor(memory: Memory) {
    this.#memory = memory;
    const stored = memory.get<unknown>(key);
    const targets = Array.isArray(stored) ? stored.filter(isTarget) : [];
    this.#left = new Map(targets.map((target) => [targetKey(target), targetAlone(target)]));
  }

  /** What was open in the last window and is not in this one. */
  left(): readonly Target[] {
    return [...this.#left.values()];
  }

  opened(target: Target): void {
    const name = targetKey(target);
    if (!this.#open.has(name)) {
      this.#open.set(name, targetAlone(target));
      this.#left = new Map([...this.#left].filter(([each]) => each !== name));
      this.#keep();
    }
  }

  closed(target: Target): void {
    if (this.#open.delete(targetKey(target))) {
      this.#keep();
    }
  }

  /** A profile's row was closed over its regions: they are as they were when it is opened again. */
  folded(profile: string): void {
    this.#below.set(
      profile,
      [...this.#open.values()].filter((target) => target.profile === profile),
    );
    for (const target of this.#below.get(profile) ?? []) {
      this.closed(target);
    }
  }

  unfolded(profile: string): void {
    for (const target of this.#below.get(profile) ?? []) {
      this.opened(target);
    }
    this.#below.delete(profile);
  }

  #keep(): void {
    void this.#memory.update(key, [...this.#open.values()].slice(-kept));
  }
}

function isTarget(value: unknown): value is Target {
  return (
    typeof value === "object" &&
    value !== null &&
    "profile" in value &&
    typeof value.profile === "string" &&
    "region" in value &&
    typeof value.region === "string"
  );
}
