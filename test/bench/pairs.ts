import { against, type Line, median } from "./bench";

/** The CPU time of this process that some work takes, in milliseconds. */
export async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

interface Pairing {
  readonly pairs: number;
  readonly measure: (work: () => Promise<unknown>) => Promise<number>;
  readonly limit?: number;
}

/**
 * Measures two pieces of work in turn, so that whatever else the machine does meets both. The ratio is the median
 * of the pairs' ratios.
 */
export async function compare(
  ours: () => Promise<unknown>,
  peers: () => Promise<unknown>,
  { pairs, measure, limit }: Pairing,
): Promise<Line> {
  const found: { readonly our: number; readonly peer: number }[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    // Neither goes first each time.
    if (pair % 2 === 0) {
      const our = await measure(ours);
      found.push({ our, peer: await measure(peers) });
    } else {
      const peer = await measure(peers);
      found.push({ our: await measure(ours), peer });
    }
  }
  const line = against(
    median(found.map(({ our }) => our)),
    median(found.map(({ peer }) => peer)),
    "ms",
    limit,
  );
  return { ...line, ratio: median(found.map(({ our, peer }) => our / peer)) };
}
