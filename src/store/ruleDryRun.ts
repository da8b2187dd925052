import type { AwsApi } from "../aws/api";
import { type Outcome, succeeded } from "../core/outcome";
import type { VpcIngress } from "../core/rules/ipPermission";
import type { Target } from "../core/target";

/** Tags as far as they may be set. */
export interface Permit {
  readonly tags: Readonly<Record<string, string>>;
  /** True where the rule may be made, and tags may not be set on it. */
  readonly withoutTags: boolean;
}

/**
 * Asks with a dry run whether the rule may be made. Tags that nobody asked for are left out where
 * `ec2:CreateTags` is missing: EC2's refusal does not always say which of the two permissions it is for.
 */
export async function permitted(
  target: Target,
  ingress: VpcIngress,
  tagsAreWanted: boolean,
  aws: () => Promise<Pick<AwsApi, "dryRunAuthorizeVpcIngress">>,
): Promise<Outcome<Permit>> {
  const api = await aws();
  const tags = ingress.tags ?? {};
  const answer = await api.dryRunAuthorizeVpcIngress(target, ingress);
  if (answer.ok) {
    return succeeded({ tags, withoutTags: false });
  }
  if (answer.failure.kind !== "accessDenied" || Object.keys(tags).length === 0) {
    return answer;
  }
  const { tags: _, ...untagged } = ingress;
  const again = await api.dryRunAuthorizeVpcIngress(target, untagged);
  if (!again.ok) {
    return again;
  }
  return tagsAreWanted
    ? { ok: false, failure: { ...answer.failure, ...withoutCreateTags(target) } }
    : succeeded({ tags: {}, withoutTags: true });
}

function withoutCreateTags({ profile, region }: Target) {
  return {
    action: "ec2:CreateTags",
    message: `Profile ${profile} may not do ec2:CreateTags in ${region}, which the tags need. Nothing was changed; without tags the rule can be made`,
  };
}
