import { parseAccountId } from "../accountId";
import type { CacheSecurityGroup } from "../cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../cacheSecurityGroups/ingress";
import type { Outcome } from "../outcome";
import { cacheSecurityGroupRequests } from "../requests/cacheSecurityGroups";
import type { ApiRequest } from "../requests/request";
import type { VpcSecurityGroup } from "../rules/vpcSecurityGroup";
import type { CliCall } from "./cli";
import type { GroupRule } from "./ruleTemplates";

/** What a row, or the fields of Authorize Ingress, stand for: the names, and the call about them. */
export interface CopySubject {
  readonly names: Partial<Ingress>;
  readonly call: CliCall;
  /** The rule of a VPC security group, where that is meant. */
  readonly rule?: GroupRule;
}

/** What some formats have to know besides: as loaded, else as AWS has it. */
export interface CopyLookUps {
  /** The cache security group of the subject, with its grants. */
  group(): Promise<Outcome<CacheSecurityGroup>>;
  vpcGroup(groupId: string): Promise<Outcome<VpcSecurityGroup | undefined>>;
}

/** What is named is what is copied: a grant's authorization, a group's description, or the list of groups. */
export function namedRequest(names: Partial<Ingress>): ApiRequest {
  const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId: owner } = names;
  if (ec2SecurityGroupName === undefined && owner === undefined) {
    return cacheSecurityGroupName === undefined
      ? cacheSecurityGroupRequests.list()
      : cacheSecurityGroupRequests.describe(cacheSecurityGroupName);
  }
  // As Authorize Ingress would send it: dashes and spaces dropped.
  const account = owner === undefined ? undefined : parseAccountId(owner);
  return cacheSecurityGroupRequests.authorize({
    ...names,
    ...(account?.ok ? { ec2SecurityGroupOwnerId: account.value } : {}),
  });
}
