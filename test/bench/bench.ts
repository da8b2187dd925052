/** A number that a bench found. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  /** A ratio compares two things of one run: it means the same on another machine. */
  readonly unit: "ms" | "ratio" | "requests" | "rows";
}

/** One thing whose speed matters, measured in the extension host of a real VS Code. */
export interface Bench {
  readonly name: string;
  /** What is measured, in a few words. */
  readonly about: string;
  run(): Promise<readonly Measurement[]>;
}

export function ratio(name: string, value: number): Measurement {
  return { name, value, unit: "ratio" };
}

export function milliseconds(name: string, value: number): Measurement {
  return { name, value, unit: "ms" };
}

/** What a bench reports. */
export interface Report extends Pick<Bench, "name" | "about"> {
  readonly measurements: readonly Measurement[];
}
