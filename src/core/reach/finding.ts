import type { Mend } from "./mend";

/** What one object does with a packet. */
export interface Finding {
  readonly verdict: "passes" | "blocks" | "unknown" | "notice";
  /** The id that decides. */
  readonly resource: string;
  /** VPC Reachability Analyzer's explanation code, where one applies. */
  readonly code?: string;
  /** One sentence: the object, and the rule of it that decided. */
  readonly text: string;
  /** The IAM action that would tell. */
  readonly action?: string;
  readonly mend?: Mend;
}

type More = Pick<Finding, "code" | "action" | "mend">;

export function passes(resource: string, text: string, more: More = {}): Finding {
  return { verdict: "passes", resource, text, ...more };
}

export function blocks(resource: string, text: string, more: More = {}): Finding {
  return { verdict: "blocks", resource, text, ...more };
}

export function unknown(resource: string, text: string, more: More = {}): Finding {
  return { verdict: "unknown", resource, text, ...more };
}

export function notice(resource: string, text: string, more: More = {}): Finding {
  return { verdict: "notice", resource, text, ...more };
}
