/** A number that a bench found. */
export interface Line {
  readonly value: number;
  readonly unit: "ms" | "KB" | "MB" | "requests" | "count" | "times";
  /** What it is measured against, in the same run and the same unit. */
  readonly peer?: number;
  /** The value divided by the peer's: it means the same on another machine. */
  readonly ratio?: number;
  /** What the ratio may be at most, or the value where there is no ratio. */
  readonly limit?: number;
}

/** By their names: `call-cpu`, `bytes/aws.js`. */
export type Lines = Readonly<Record<string, Line>>;

/** One thing whose speed matters. */
export interface Bench {
  /** What its lines' names begin with. */
  readonly names: readonly string[];
  run(): Promise<Lines>;
}

export function against(value: number, peer: number, unit: Line["unit"], limit?: number): Line {
  return { value, unit, peer, ratio: value / peer, ...(limit === undefined ? {} : { limit }) };
}

/** Whether a bench has lines that are asked for: `bytes` and `bytes/aws.js` both mean that of the bytes. */
export function isWanted({ names }: Bench, wanted: string): boolean {
  return names.some((name) => name.startsWith(wanted) || wanted.startsWith(`${name}/`));
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
