import type { Target } from "../core/target";
import { fewAtATime } from "./fewAtATime";

// Several requests each: so many at once stay well below every account's rate.
const targetsAtATime = 8;

/** Does something with each target, a few at a time, and says how far it has come. Begins no more when aborted. */
export async function forEachTarget(
  targets: readonly Target[],
  signal: AbortSignal,
  report: (message: string, share: number) => void,
  work: (target: Target) => Promise<void>,
): Promise<void> {
  let over = 0;
  await fewAtATime(targets, targetsAtATime, signal, async (target) => {
    await work(target);
    over += 1;
    report(`${target.profile} · ${target.region}`, over / targets.length);
  });
}
