import type { Verdict } from "./explanation";

/** Whom a cache's rules name, and whether the network lets them through too. */
export interface SourceVerdict {
  /** A group's id, a block, or a prefix list's id. */
  readonly source: string;
  /** The rules that name it, where the API that was asked tells their ids. */
  readonly securityGroupRuleIds: readonly string[];
  readonly verdict: Verdict;
  /** One sentence: what decides. */
  readonly text: string;
  /** The interfaces that were asked about, one for each subnet and set of groups. */
  readonly interfaces: readonly { readonly id: string; readonly verdict: Verdict }[];
}

/** One that connects is enough for a source to connect; else one that is not known leaves it open. */
export function verdictOfSome(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes("reachable")
    ? "reachable"
    : verdicts.includes("unknown") || verdicts.length === 0
      ? "unknown"
      : "blocked";
}
