import type { Target } from "../core/target";

// Several requests each: so many at once stay well below every account's rate.
const targetsAtATime = 8;

/** Does something with each target, a few at a time, and says how far it has come. Begins no more when aborted. */
export async function forEachTarget(
  targets: readonly Target[],
  signal: AbortSignal,
  report: (message: string, share: number) => void,
  work: (target: Target) => Promise<void>,
): Promise<void> {
  const left = [...targets];
  let over = 0;
  const walk = async () => {
    for (let target = left.shift(); target && !signal.aborted; target = left.shift()) {
      await work(target);
      over += 1;
      report(`${target.profile} · ${target.region}`, over / targets.length);
    }
  };
  await Promise.all(Array.from({ length: targetsAtATime }, walk));
}
