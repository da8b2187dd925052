import type { IngressSource } from "../cacheSecurityGroups/ingress";
import type { ReadSource } from "./readSource";

/** Something about one line, counted from 1. It never quotes the line: a clipboard may hold anything. */
export interface LineNote {
  readonly line: number;
  readonly message: string;
}

export interface ParsedSources {
  /** Without repetition, in the order of their first lines. */
  readonly sources: readonly IngressSource[];
  /** Lines that no source could be read from. */
  readonly problems: readonly LineNote[];
  /** Sources that are kept, although something about them is odd. */
  readonly warnings: readonly LineNote[];
  /** How many lines name a source that another has named before. */
  readonly repeated: number;
}

/** What one line, or one object of JSON, came to. */
export interface Read {
  readonly line: number;
  readonly read: ReadSource;
}
