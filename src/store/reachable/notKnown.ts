import type { CacheName } from "../../core/caches/cache";
import type { Failure } from "../../core/failures/failures";
import { firstSentence } from "../../core/failures/failures";
import type { NotKnownReach } from "../../core/reach/reachable";
import type { ReachGap } from "../../core/reach/wayThrough";
import type { Target } from "../../core/target";
import type { State } from "../state";
import type { AccessSource } from "./accessSource";

/** What may let the source in, for all that is known, and why no more is. */
export interface NotKnown extends Target {
  /** Absent where it is about everything of a kind in the target. */
  readonly cache?: CacheName;
  readonly why: string;
  /** Whether a question to AWS failed. The others are not asked. */
  readonly failed: boolean;
}

/** Each cache that may let the source in. */
export function notKnownCaches(
  target: Target,
  notKnown: readonly NotKnownReach[],
  state: State,
): readonly NotKnown[] {
  const [failure] = state.vpc.get(target).failures;
  const [lists] = state.vpc.facts(target).failures;
  return notKnown.flatMap(({ cache: { kind, id }, gaps }) =>
    gaps.map((gap) => ({
      ...target,
      cache: { kind, id },
      why: gapWords(target, gap, gap === "prefixLists" ? lists : failure),
      failed: gap === "rules" || gap === "prefixLists",
    })),
  );
}

/** Lists of the target that could not be read: what they would hold is in no answer. */
export function notRead(
  target: Target,
  { source, grant }: AccessSource,
  { caches, groups }: State,
): readonly NotKnown[] {
  const { failure: grantsFailure } = groups.get(target);
  const failures = [
    ...(source ? caches.get(target).failures : []),
    // Where there are no cache security groups there is nothing to know.
    ...(grant && grantsFailure && grantsFailure.kind !== "classicRetired" ? [grantsFailure] : []),
  ];
  return failures.map((failure) => ({
    ...target,
    why: firstSentence(failure.message, target),
    failed: true,
  }));
}

function gapWords(target: Target, gap: ReachGap, failure: Failure | undefined): string {
  const because = failure ? `: ${firstSentence(failure.message, target)}` : "";
  switch (gap) {
    case "rules":
      return `not known, for its rules could not be read${because}`;
    case "prefixLists":
      return `not known, for a prefix list could not be read${because}`;
    case "sources":
      return "not known: it has a rule whose source is of a kind not known here";
    case "ports":
      return "not known, for it has no port yet";
    case "addresses":
      return "not known: it has rules from addresses, and those of the group's machines are not looked at";
    case "members":
      return "not known: it has rules from groups, and whose the addresses are is not looked at";
  }
}
