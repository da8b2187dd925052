import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import type { Operation } from "../failures/call";

/** The operations that are called, as failures and the log name them. */
export const actions = {
  callerIdentity: { service: "sts", action: "GetCallerIdentity", writes: false },
  describeEc2: { service: "ec2", action: "DescribeSecurityGroups", writes: false },
  describe: (name?: string): Operation => ({
    ...elastiCache("DescribeCacheSecurityGroups", false),
    ...(name === undefined ? {} : { subject: { cacheSecurityGroupName: name } }),
  }),
  create: (name: string): Operation => ({
    ...elastiCache("CreateCacheSecurityGroup", true),
    subject: { cacheSecurityGroupName: name },
  }),
  delete: (name: string): Operation => ({
    ...elastiCache("DeleteCacheSecurityGroup", true),
    subject: { cacheSecurityGroupName: name },
  }),
  authorize: (ingress: Ingress): Operation => ({
    ...elastiCache("AuthorizeCacheSecurityGroupIngress", true),
    subject: ingress,
  }),
  revoke: (ingress: Ingress): Operation => ({
    ...elastiCache("RevokeCacheSecurityGroupIngress", true),
    subject: ingress,
  }),
} as const;

function elastiCache(action: string, writes: boolean): Operation {
  return { service: "elasticache", action, writes };
}
