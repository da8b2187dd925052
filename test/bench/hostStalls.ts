import { PerformanceObserver } from "node:perf_hooks";
import { type Measurement, milliseconds, ratio } from "./bench";
import { pause } from "./waiting";

/** Milliseconds between two looks at the event loop. */
const interval = 2;

/** A time in which the extension host did nothing else, in milliseconds. */
interface Stall {
  /** By the clock: the machine's other programs have their part in it. */
  readonly elapsed: number;
  /** What the extension host's own thread used of it. */
  readonly cpu: number;
}

export interface Watched<T> {
  readonly value: T;
  readonly stalls: readonly Stall[];
  /** Milliseconds. */
  readonly longestCollection: number;
}

/** Watches how long the extension host is held up while something goes on. */
export async function watchStalls<T>(action: () => Promise<T>): Promise<Watched<T>> {
  let longestCollection = 0;
  const collections = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      longestCollection = Math.max(longestCollection, duration);
    }
  });
  collections.observe({ entryTypes: ["gc"] });
  const stalls: Stall[] = [];
  let [time, cpu] = [performance.now(), threadCpu()];
  const timer = setInterval(() => {
    const [timeNow, cpuNow] = [performance.now(), threadCpu()];
    stalls.push({ elapsed: Math.max(timeNow - time - interval, 0), cpu: cpuNow - cpu });
    [time, cpu] = [timeNow, cpuNow];
  }, interval);
  try {
    const value = await action();
    // What held up the end shows at the next look.
    await pause(2 * interval);
    return { value, stalls, longestCollection };
  } finally {
    clearInterval(timer);
    collections.disconnect();
  }
}

/** The stalls, beside those of a host that has nothing to do: a busy machine shows in both. */
export function stallsOf(busy: Watched<unknown>, idle: Watched<unknown>): readonly Measurement[] {
  return [
    milliseconds("longest stall", longest(busy, "elapsed")),
    milliseconds("longest stall, CPU time", longest(busy, "cpu")),
    milliseconds("99 % of the stalls are below", nearlyAll(busy)),
    milliseconds("longest garbage collection", busy.longestCollection),
    milliseconds("longest stall of an idle host", longest(idle, "elapsed")),
    ratio("longest stall : 50 ms", longest(busy, "elapsed") / 50),
  ];
}

function longest({ stalls }: Watched<unknown>, field: keyof Stall): number {
  return Math.max(...stalls.map((stall) => stall[field]));
}

function nearlyAll({ stalls }: Watched<unknown>): number {
  const sorted = stalls.map(({ elapsed }) => elapsed).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
}

/** Milliseconds of CPU time that this thread has used. The extension host's Node has it, the types do not. */
function threadCpu(): number {
  const read: unknown = Reflect.get(process, "threadCpuUsage");
  const used: unknown = typeof read === "function" ? read.call(process) : undefined;
  return isUsage(used) ? (used.user + used.system) / 1_000 : Number.NaN;
}

function isUsage(value: unknown): value is { readonly user: number; readonly system: number } {
  return typeof value === "object" && value !== null && "user" in value && "system" in value;
}
