/**
 * The longest time in which the event loop did nothing else while something went on, in milliseconds of this process's
 * own work: that it had to wait for others on the machine is no stall of its.
 */
export async function longestStall(work: () => Promise<unknown>): Promise<number> {
  const interval = 5;
  let longest = 0;
  let last = performance.now();
  let before = process.cpuUsage();
  const timer = setInterval(() => {
    const now = performance.now();
    const usage = process.cpuUsage();
    const own = (usage.user - before.user + usage.system - before.system) / 1_000;
    longest = Math.max(longest, Math.min(now - last - interval, own));
    last = now;
    before = usage;
  }, interval);
  try {
    await work();
    // What held up the end shows at the next look.
    await new Promise((resolve) => setTimeout(resolve, 2 * interval));
    return longest;
  } finally {
    clearInterval(timer);
  }
}
