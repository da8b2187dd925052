import type { Failure } from "../failures/failures";
import { invalidParameter } from "../failures/invalidParameter";
import type { Target } from "../target";
import type { RuleSource } from "./rule";

/** Groups and prefix lists are one region's: a rule elsewhere cannot name them. */
export function sourceFailure(
  source: RuleSource | undefined,
  targets: readonly Target[],
): Failure | undefined {
  const regions = new Set(targets.map(({ region }) => region));
  const profiles = new Set(targets.map(({ profile }) => profile));
  if (source?.kind === "securityGroup" && regions.size > 1) {
    return invalidParameter(
      "sourceSecurityGroupId",
      "A rule can name a security group of its own region only: choose a block of addresses for caches in several regions",
    );
  }
  if (source?.kind === "securityGroup" && profiles.size > 1 && source.ownerId === undefined) {
    return invalidParameter(
      "sourceOwnerId",
      "The owner of the security group is missing: the caches are of several profiles",
    );
  }
  return source?.kind === "prefixList" && (regions.size > 1 || profiles.size > 1)
    ? invalidParameter("prefixListId", "A prefix list is of one account and one region: choose caches of one")
    : undefined;
}
