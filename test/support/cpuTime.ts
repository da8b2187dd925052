/** The CPU time in milliseconds that a piece of work takes here: other programs on the machine do not lengthen it. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The longest that nobody else got a turn, in milliseconds of this process's own work. */
export async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let [longest, last, isOver] = [0, process.cpuUsage(), false];
  const tick = () => {
    const { user, system } = process.cpuUsage(last);
    longest = Math.max(longest, (user + system) / 1_000);
    last = process.cpuUsage();
    if (!isOver) {
      setImmediate(tick);
    }
  };
  setImmediate(tick);
  await work();
  isOver = true;
  await new Promise((resolve) => setImmediate(resolve));
  return longest;
}

/** A run may meet a collection of garbage, and a machine on which others work. */
const mostRuns = 8;

/** The least that one of several runs takes: no more of them than it takes to come below what is allowed. */
export async function leastOf(allowed: number, run: () => number | Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let runs = 0; runs < mostRuns && least >= allowed; runs++) {
    least = Math.min(least, await run());
  }
  return Math.round(least);
}
