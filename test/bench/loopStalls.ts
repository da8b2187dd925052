/** The longest time in which the event loop did nothing else while something went on, in milliseconds. */
export async function longestStall(work: () => Promise<unknown>): Promise<number> {
  const interval = 2;
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - interval);
    last = now;
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
