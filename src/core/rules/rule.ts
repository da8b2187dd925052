import { cidrOf } from "./cidr";
import { type Traffic, trafficKey } from "./traffic";

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

/** Whether the group that the rule names cannot be reached any more. */
export function isStaleReference({ source }: RuleContent): boolean {
  return (
    source.kind === "securityGroup" &&
    source.peeringStatus !== undefined &&
    source.peeringStatus !== "active" &&
    source.peeringStatus !== "pending-acceptance"
  );
}
