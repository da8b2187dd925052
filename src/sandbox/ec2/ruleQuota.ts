import { ApiError } from "../apiError";
import type { Call } from "../service";
import type { RuleContent } from "./rule";

/** AWS's default: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const rulesPerFamily = 60;

/**
 * Refuses what would be too many ingress rules for one group, counted for IPv4 and IPv6 apart. A reference to
 * a group counts for both, a prefix list for as many as it may ever have entries.
 */
export function checkRuleQuota({ state }: Call, rules: Iterable<RuleContent>): void {
  let ipv4 = 0;
  let ipv6 = 0;
  for (const { source } of rules) {
    const list = source.kind === "prefixList" ? state.ec2.prefixLists.get(source.prefixListId) : undefined;
    const weight = list?.maxEntries ?? 1;
    if (source.kind === "cidrIpv4" || source.kind === "group" || list?.addressFamily === "IPv4") {
      ipv4 += weight;
    }
    if (source.kind === "cidrIpv6" || source.kind === "group" || list?.addressFamily === "IPv6") {
      ipv6 += weight;
    }
  }
  if (ipv4 > rulesPerFamily || ipv6 > rulesPerFamily) {
    throw new ApiError("RulesPerSecurityGroupLimitExceeded");
  }
}
