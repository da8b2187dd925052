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

export interface Pair {
  readonly our: number;
  readonly peer: number;
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
  const found: Pair[] = [];
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
  return ofPairs(found, "ms", limit);
}

/** The medians of pairs that were measured in turn, and of their ratios. */
export function ofPairs(pairs: readonly Pair[], unit: Line["unit"], limit?: number): Line {
  const line = against(
    median(pairs.map(({ our }) => our)),
    median(pairs.map(({ peer }) => peer)),
    unit,
    limit,
  );
  return { ...line, ratio: median(pairs.map(({ our, peer }) => our / peer)) };
}
