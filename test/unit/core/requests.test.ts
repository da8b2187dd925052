import assert from "node:assert/strict";
import { accountRequests } from "../../../src/core/requests/account";
import { cacheSecurityGroupRequests } from "../../../src/core/requests/cacheSecurityGroups";
import { cacheRequests } from "../../../src/core/requests/caches";
import { type ApiRequest, cliRequest, iamAction } from "../../../src/core/requests/request";
import { securityGroupRequests } from "../../../src/core/requests/securityGroups";

const ingress = {
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
const rule = {
  source: { kind: "cidrIp", cidr: "10.0.0.0/16" },
  protocol: "tcp",
  fromPort: 6379,
  toPort: 6379,
} as const;
const groupIds = ["sg-0123456789abcdef0"];
const caches = (["cluster", "replicationGroup", "serverless"] as const).map((kind) => ({ kind, id: "cart" }));

const {
  list,
  describe: describeGroup,
  create,
  delete: remove,
  authorize,
  revoke,
} = cacheSecurityGroupRequests;
const reads: readonly ApiRequest[] = [
  accountRequests.callerIdentity(),
  list(),
  describeGroup("mygroup"),
  cacheRequests.listClusters(),
  cacheRequests.listReplicationGroups(),
  cacheRequests.listServerless(),
  ...caches.map((cache) => cacheRequests.describe(cache)),
  securityGroupRequests.list(),
  securityGroupRequests.describe(groupIds),
  securityGroupRequests.rules(groupIds),
  securityGroupRequests.staleReferences("vpc-1"),
  securityGroupRequests.interfaces(groupIds),
  securityGroupRequests.prefixLists(),
  securityGroupRequests.dryRunAuthorize({ groupId: "sg-1", rules: [rule] }),
  securityGroupRequests.dryRunRevoke({ groupId: "sg-1", ruleId: "sgr-1" }),
];
const writes: readonly ApiRequest[] = [
  create({ name: "mygroup", description: "Why" }),
  remove("mygroup"),
  authorize(ingress),
  revoke(ingress),
  ...caches.map((cache) => cacheRequests.replaceGroups({ cache, groupIds })),
  securityGroupRequests.authorize({ groupId: "sg-1", rules: [rule] }),
  securityGroupRequests.revoke({ groupId: "sg-1", ruleId: "sgr-1" }),
];

describe("the requests", () => {
  it("that only look leave no doubt behind, and those that change do", () => {
    assert.deepEqual(new Set(reads.map(({ writes }) => writes)), new Set([false]));
    assert.deepEqual(new Set(writes.map(({ writes }) => writes)), new Set([true]));
    assert.ok(reads.every(({ action, input }) => /^(?:Describe|Get)/.test(action) || "DryRun" in input));
  });

  it("are named as IAM and the AWS CLI have them", () => {
    assert.equal(iamAction(authorize(ingress)), "elasticache:AuthorizeCacheSecurityGroupIngress");
    assert.deepEqual(cliRequest(describeGroup("mygroup")), {
      service: "elasticache",
      operation: "describe-cache-security-groups",
      input: { CacheSecurityGroupName: "mygroup" },
    });
    const operations = reads.map((request) => cliRequest(request).operation);
    assert.ok(operations.includes("describe-security-group-rules"));
    assert.ok(operations.includes("describe-serverless-caches"));
  });

  it("spell a change once, for the wire, the history and the command line", () => {
    assert.deepEqual(authorize(ingress).input, {
      CacheSecurityGroupName: "mygroup",
      EC2SecurityGroupName: "default",
      EC2SecurityGroupOwnerId: "565419523791",
    });
    assert.deepEqual(
      caches.map((cache) => cacheRequests.replaceGroups({ cache, groupIds }).input),
      [
        { CacheClusterId: "cart", SecurityGroupIds: groupIds },
        { ReplicationGroupId: "cart", SecurityGroupIds: groupIds },
        { ServerlessCacheName: "cart", SecurityGroupIds: groupIds },
      ],
    );
    assert.deepEqual(securityGroupRequests.revoke({ groupId: "sg-1", ruleId: "sgr-1" }).input, {
      GroupId: "sg-1",
      SecurityGroupRuleIds: ["sgr-1"],
    });
  });
});
