function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Looks every few milliseconds, for a minute at most. */
export async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await reached())) {
    if (performance.now() > end) {
      throw new Error("What the bench waited for did not happen in a minute");
    }
    await pause(5);
  }
}
