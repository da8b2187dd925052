import type { Target } from "../target";

/**
 * What a cell says. `notKnown` and `checking` are no answer yet; a reference that is `stale` lets nobody in; what is
 * `changing` does not let in yet, or not for long.
 */
export const cellStates = [
  "public",
  "open",
  "expiring",
  "stale",
  "changing",
  "notKnown",
  "checking",
  "reaches",
  "no",
] as const;

export type CellState = (typeof cellStates)[number];

/** What a cell says where nothing is known of its source in particular. */
export type Otherwise = Extract<CellState, "no" | "notKnown" | "checking">;

export const sourceKinds = [
  "public",
  "open",
  "securityGroup",
  "addresses",
  "prefixList",
  "grant",
  "unknown",
] as const;

export type SourceKind = (typeof sourceKinds)[number];

/** What lines of the map are sorted, filtered and grouped by. */
interface MapLine {
  /** Unique and stable: focus and selection hang on it. */
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly account?: string;
  readonly vpc?: string;
  /** `key=value`, as EC2 has them on the security group. */
  readonly tags: readonly string[];
}

/** A source: who may be let in. */
export interface MapRow extends MapLine {
  readonly kind: SourceKind;
}

/** What may be reached: a cache, or a cache security group of the first generation. */
export interface MapColumn extends MapLine, Target {
  readonly kind: "cache" | "cacheSecurityGroup" | "account";
  readonly otherwise: Otherwise;
  /** Read before, and not to be read again. */
  readonly isStale: boolean;
}

/** A source and what it may reach, by their places in the lists. Where there is none, the column says what holds. */
export interface MapCell {
  readonly row: number;
  readonly column: number;
  readonly state: CellState;
  readonly word: string;
  readonly why: string;
  /** How many rules and grants it stands for. */
  readonly count: number;
}

/** A target of the map: whose it is, and what could not be read of it. */
export interface MapTarget extends Target {
  readonly account?: string;
  readonly arn?: string;
  /** When its caches were read last: ISO 8601, UTC. */
  readonly readAt?: string;
  readonly state: "read" | "reading" | "partly" | "stale" | "failed";
  /** Why less is known, each in a sentence. */
  readonly failures: readonly string[];
}

/** The access map as plain data: it goes to the page, and into exports. */
export interface MapData {
  /** When it was put together: ISO 8601, UTC. */
  readonly at: string;
  readonly targets: readonly MapTarget[];
  /** The targets that the tree shows and nobody has read. */
  readonly pending: readonly Target[];
  readonly rows: readonly MapRow[];
  readonly columns: readonly MapColumn[];
  readonly cells: readonly MapCell[];
}

export const emptyMap: MapData = { at: "", targets: [], pending: [], rows: [], columns: [], cells: [] };
