import type { Ingress } from "../cacheSecurityGroups/ingress";
import { read, write } from "./request";

export interface NewCacheSecurityGroup {
  readonly name: string;
  readonly description: string;
}

/** The requests about cache security groups: https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/ */
export const cacheSecurityGroupRequests = {
  list: () => read("elasticache", "DescribeCacheSecurityGroups", {}),
  describe: (name: string) =>
    read(
      "elasticache",
      "DescribeCacheSecurityGroups",
      { CacheSecurityGroupName: name },
      { cacheSecurityGroupName: name },
    ),
  create: ({ name, description }: NewCacheSecurityGroup) =>
    write(
      "elasticache",
      "CreateCacheSecurityGroup",
      { CacheSecurityGroupName: name, Description: description },
      { cacheSecurityGroupName: name },
    ),
  delete: (name: string) =>
    write(
      "elasticache",
      "DeleteCacheSecurityGroup",
      { CacheSecurityGroupName: name },
      { cacheSecurityGroupName: name },
    ),
  /** Of less than all its names it is what Copy as AWS CLI writes down, for somebody to complete. */
  authorize: (ingress: Partial<Ingress>) =>
    write("elasticache", "AuthorizeCacheSecurityGroupIngress", ingressInput(ingress), ingress),
  revoke: (ingress: Ingress) =>
    write("elasticache", "RevokeCacheSecurityGroupIngress", ingressInput(ingress), ingress),
};

function ingressInput(ingress: Partial<Ingress>) {
  return {
    CacheSecurityGroupName: ingress.cacheSecurityGroupName,
    EC2SecurityGroupName: ingress.ec2SecurityGroupName,
    EC2SecurityGroupOwnerId: ingress.ec2SecurityGroupOwnerId,
  };
}
