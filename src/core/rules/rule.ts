import { cidrOf, contains, isEverything } from "./cidr";
import { includesTraffic, type Traffic, trafficKey } from "./traffic";

/** Who a rule of a VPC security group lets in. */
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

/** What a rule says, without what makes it this one. */
export interface RuleContent extends Traffic {
  readonly source: RuleSource;
  readonly description?: string;
}

/** An ingress rule of a VPC security group. */
export interface Rule extends RuleContent {
  /** `undefined` where only the group's permissions could be read: those carry no ids. */
  readonly id: string | undefined;
  readonly groupId: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Equal for the same source, whoever wrote its owner down. */
export function sourceKey(source: RuleSource): string {
  switch (source.kind) {
    case "securityGroup":
      return source.groupId;
    case "cidrIp":
    case "cidrIpv6":
      return cidrOf(source.cidr)?.text ?? source.cidr;
    case "prefixList":
      return source.prefixListId;
  }
}

/** Equal for rules that EC2 takes for the same. The description is no part of it. */
export function ruleKey(rule: RuleContent): string {
  return `${trafficKey(rule)}/${sourceKey(rule.source)}`;
}

/** What tells a rule from the others of its group: its id, or else what it says. */
export function ruleName(rule: Pick<Rule, "id"> & RuleContent): string {
  return rule.id ?? ruleKey(rule);
}

/** Whether the source is every address of a family. */
export function isOpen({ source }: RuleContent): boolean {
  const cidr = source.kind === "cidrIp" || source.kind === "cidrIpv6" ? cidrOf(source.cidr) : undefined;
  return cidr !== undefined && isEverything(cidr);
}

/** Whether the group that the rule names cannot be reached any more. */
export function isStaleReference({ source }: RuleContent): boolean {
  return (
    source.kind === "securityGroup" &&
    source.peeringStatus !== undefined &&
    source.peeringStatus !== "active" &&
    source.peeringStatus !== "pending-acceptance"
  );
}

/** Whether a rule of the one family can let anybody in to a cache on the other. */
export function hasEffectOn(networkType: string, { source }: RuleContent): boolean {
  return !(
    (networkType === "ipv4" && source.kind === "cidrIpv6") ||
    (networkType === "ipv6" && source.kind === "cidrIp")
  );
}

/** Whether everybody whom the one source is, the other is too. What a prefix list holds is not known. */
export function includesSource(outer: RuleSource, inner: RuleSource): boolean {
  const a = "cidr" in outer ? cidrOf(outer.cidr) : undefined;
  const b = "cidr" in inner ? cidrOf(inner.cidr) : undefined;
  return a && b ? contains(a, b) : sourceKey(outer) === sourceKey(inner) && outer.kind === inner.kind;
}

export interface Overlap {
  /** The rule that EC2 would call a duplicate. */
  readonly equal?: Rule;
  /** Rules that let the same source in already, and more besides. */
  readonly broader: readonly Rule[];
}

/** What of a group's rules makes another one needless. */
export function overlapWith(rules: readonly Rule[], wanted: RuleContent): Overlap {
  const key = ruleKey(wanted);
  const equal = rules.find((rule) => ruleKey(rule) === key);
  const broader = rules.filter(
    (rule) =>
      rule !== equal &&
      !isStaleReference(rule) &&
      includesTraffic(rule, wanted) &&
      includesSource(rule.source, wanted.source),
  );
  return { ...(equal ? { equal } : {}), broader };
}
