/** A fault that was found once, and a test that failed before it was mended. */
export interface FoundFault {
  readonly fault: string;
  /** Its file, below `test/`. */
  readonly file: string;
  /** Words of its title; "…" for what differs from one test of a table to the next. */
  readonly title: string;
}

/** What a fault was about, and all that were found of it. */
export interface FoundFaults {
  readonly about: string;
  readonly faults: readonly FoundFault[];
}

export function found(about: string, ...faults: readonly (readonly [string, string, string])[]): FoundFaults {
  return { about, faults: faults.map(([fault, file, title]) => ({ fault, file, title })) };
}
