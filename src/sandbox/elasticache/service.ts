import { queryService } from "../queryProtocol";
import { authorizeCacheSecurityGroupIngress } from "./authorizeCacheSecurityGroupIngress";
import { classicOnly } from "./classicOnly";
import { createCacheSecurityGroup } from "./createCacheSecurityGroup";
import { deleteCacheSecurityGroup } from "./deleteCacheSecurityGroup";
import { describeCacheClusters } from "./describeCacheClusters";
import { describeCacheSecurityGroups } from "./describeCacheSecurityGroups";
import { describeCacheSubnetGroups } from "./describeCacheSubnetGroups";
import { describeGlobalReplicationGroups } from "./describeGlobalReplicationGroups";
import { describeReplicationGroups } from "./describeReplicationGroups";
import { describeServerlessCaches } from "./describeServerlessCaches";
import { describeUserGroups } from "./describeUserGroups";
import { describeUsers } from "./describeUsers";
import { modifyCacheCluster } from "./modifyCacheCluster";
import { modifyReplicationGroup } from "./modifyReplicationGroup";
import { modifyServerlessCache } from "./modifyServerlessCache";
import { revokeCacheSecurityGroupIngress } from "./revokeCacheSecurityGroupIngress";

export const elasticache = queryService({
  name: "elasticache",
  version: "2015-02-02",
  namespace: "http://elasticache.amazonaws.com/doc/2015-02-02/",
  operations: new Map([
    ["DescribeCacheSecurityGroups", classicOnly(describeCacheSecurityGroups)],
    ["CreateCacheSecurityGroup", classicOnly(createCacheSecurityGroup)],
    ["DeleteCacheSecurityGroup", classicOnly(deleteCacheSecurityGroup)],
    ["AuthorizeCacheSecurityGroupIngress", classicOnly(authorizeCacheSecurityGroupIngress)],
    ["RevokeCacheSecurityGroupIngress", classicOnly(revokeCacheSecurityGroupIngress)],
    ["DescribeCacheClusters", describeCacheClusters],
    ["DescribeCacheSubnetGroups", describeCacheSubnetGroups],
    ["DescribeGlobalReplicationGroups", describeGlobalReplicationGroups],
    ["DescribeReplicationGroups", describeReplicationGroups],
    ["DescribeServerlessCaches", describeServerlessCaches],
    ["DescribeUserGroups", describeUserGroups],
    ["DescribeUsers", describeUsers],
    ["ModifyCacheCluster", modifyCacheCluster],
    ["ModifyReplicationGroup", modifyReplicationGroup],
    ["ModifyServerlessCache", modifyServerlessCache],
  ]),
});
