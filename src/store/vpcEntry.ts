import type { Failure } from "../core/failures/failures";
import type { VpcSecurityGroup } from "../core/rules/vpcSecurityGroup";
import type { Target } from "../core/target";
import type { Branch } from "./branch";
import { DatedRules } from "./datedRules";
import { noFacts, type VpcFacts } from "./vpcFacts";

/** What was read of one target. */
export interface VpcEntry {
  readonly target: Target;
  /** The account's own groups, of those that were asked for by name. */
  groups: ReadonlyMap<string, VpcSecurityGroup>;
  readonly rules: DatedRules;
  /** The groups that were asked about last. */
  asked: ReadonlySet<string>;
  /** The groups whose names were asked for last: those, and the sources of their rules. */
  named: ReadonlySet<string>;
  /** The groups whose rules were told, when last any were. */
  rulesRead: ReadonlySet<string>;
  /** When rules were last read. */
  readAt: number | undefined;
  failures: readonly Failure[];
  /** Whether the last read had no rules at all. */
  failed: boolean;
  facts: VpcFacts;
  /** Groups of other accounts that rules name, as far as a profile of theirs can tell of them. */
  foreign: ReadonlyMap<string, VpcSecurityGroup>;
  /** The groups that such a profile was asked about. */
  readonly foreignAsked: Set<string>;
  foreignUnderWay: Promise<void> | undefined;
  factsUnderWay: Promise<void> | undefined;
}

/** What changed: some groups or their rules, or anything about the target where none are named. */
export interface VpcEvent {
  readonly target: Target;
  readonly groupIds?: readonly string[];
}

/** The VPC security groups of a target's caches, and their ingress rules. */
export interface VpcBranch extends Branch<ReadonlyMap<string, VpcSecurityGroup>> {
  /** Why the groups' names, or their rules or the ids of those, are not known: what else could be read is there. */
  readonly failures: readonly Failure[];
}

export function newVpcEntry(target: Target): VpcEntry {
  return {
    target,
    groups: new Map(),
    rules: new DatedRules(),
    asked: new Set(),
    named: new Set(),
    rulesRead: new Set(),
    readAt: undefined,
    failures: [],
    failed: false,
    facts: noFacts,
    foreign: new Map(),
    foreignAsked: new Set(),
    foreignUnderWay: undefined,
    factsUnderWay: undefined,
  };
}
