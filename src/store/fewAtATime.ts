/** Does something with each, so many at a time, in their order. Begins no more when the signal aborts. */
export async function fewAtATime<T>(
  items: readonly T[],
  width: number,
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) {
      if (signal.aborted) {
        return;
      }
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
}
