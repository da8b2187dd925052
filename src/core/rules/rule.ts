import { cidrOf } from "./cidr";
import { type Traffic, trafficKey } from "./traffic";

/** Whom a rule of a VPC security group can be made to let in. */
export type RuleSource =
  | {
      readonly kind: "securityGroup";
      readonly groupId: string;
      /** Absent where the API leaves it out: then it is the account's own. */
      readonly ownerId?: string;
      readonly vpcId?: string;
      /** `active`, `deleted`… for a group behind a peering connection. */
      readonly peeringStatus?: string;
    }
  | { readonly kind: "cidrIp"; readonly cidr: string }
  | { readonly kind: "cidrIpv6"; readonly cidr: string }
  | { readonly kind: "prefixList"; readonly prefixListId: string };

/** Who a rule that was read lets in: EC2 may have kinds of sources that came after this was written. */
export type ReadSource = RuleSource | { readonly kind: "unknown" };

/** What a rule says, without what makes it this one. */
export interface ReadContent extends Traffic {
  readonly source: ReadSource;
  readonly description?: string;
}

/** What a rule says that can be made. */
export interface RuleContent extends ReadContent {
  readonly source: RuleSource;
}

/** Whether a rule that was read can be made again. */
export function isMakeable<R extends ReadContent>(rule: R): rule is R & RuleContent {
  return rule.source.kind !== "unknown";
}

/** An ingress rule of a VPC security group. */
export interface Rule extends ReadContent {
  /** `undefined` where only the group's permissions could be read: those carry no ids. */
  readonly id: string | undefined;
  readonly groupId: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** The groups that rules name as sources, each once. */
export function sourceGroupIds(rules: readonly ReadContent[]): readonly string[] {
  const ids = rules.flatMap(({ source }) => (source.kind === "securityGroup" ? [source.groupId] : []));
  return [...new Set(ids)];
}

/** Equal for the same source, whoever wrote its owner down. */
export function sourceKey(source: ReadSource): string {
  switch (source.kind) {
    case "securityGroup":
      return source.groupId;
    case "cidrIp":
    case "cidrIpv6":
      return cidrOf(source.cidr)?.text ?? source.cidr;
    case "prefixList":
      return source.prefixListId;
    case "unknown":
      return "unknown";
  }
}

/** Equal for rules that EC2 takes for the same. The description is no part of it. */
export function ruleKey(rule: ReadContent): string {
  return `${trafficKey(rule)}/${sourceKey(rule.source)}`;
}

/** What tells a rule from the others of its group: its id, or else what it says. */
export function ruleName(rule: Pick<Rule, "id"> & ReadContent): string {
  return rule.id ?? ruleKey(rule);
}

/** Whether the group that the rule names cannot be reached any more. */
export function isStaleReference({ source }: ReadContent): boolean {
  return (
    source.kind === "securityGroup" &&
    source.peeringStatus !== undefined &&
    source.peeringStatus !== "active" &&
    source.peeringStatus !== "pending-acceptance"
  );
}
