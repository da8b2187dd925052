import type { CacheName } from "../../core/caches/cache";
import { modifyActions } from "../../core/caches/cacheGroups";
import type { VpcIngress } from "../../core/rules/ipPermission";
import type { Operation } from "../failures/call";
import { subjectOf } from "./vpcSubject";

/** The operations on caches and VPC security groups, as failures and the log name them. */
export const vpcActions = {
  cacheClusters: { service: "elasticache", action: "DescribeCacheClusters", writes: false },
  replicationGroups: { service: "elasticache", action: "DescribeReplicationGroups", writes: false },
  serverlessCaches: { service: "elasticache", action: "DescribeServerlessCaches", writes: false },
  groups: { service: "ec2", action: "DescribeSecurityGroups", writes: false },
  rules: { service: "ec2", action: "DescribeSecurityGroupRules", writes: false },
  stale: { service: "ec2", action: "DescribeStaleSecurityGroups", writes: false },
  interfaces: { service: "ec2", action: "DescribeNetworkInterfaces", writes: false },
  prefixLists: { service: "ec2", action: "DescribeManagedPrefixLists", writes: false },
  dryRun: (ingress: VpcIngress): Operation => ({
    ...ec2Change("AuthorizeSecurityGroupIngress"),
    writes: false,
    subject: subjectOf(ingress),
  }),
  authorize: (ingress: VpcIngress): Operation => ({
    ...ec2Change("AuthorizeSecurityGroupIngress"),
    subject: subjectOf(ingress),
  }),
  revoke: (groupId: string): Operation => ({
    ...ec2Change("RevokeSecurityGroupIngress"),
    subject: { securityGroupId: groupId },
  }),
  replaceGroups: ({ kind, id }: CacheName): Operation => ({
    service: "elasticache",
    action: modifyActions[kind],
    writes: true,
    subject: { cacheId: id },
  }),
} as const;

function ec2Change(action: string): Operation {
  return { service: "ec2", action, writes: true };
}
