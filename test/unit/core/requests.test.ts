import assert from "node:assert/strict";
import { accountRequests } from "../../../src/core/requests/account";
import { cacheSecurityGroupRequests } from "../../../src/core/requests/cacheSecurityGroups";
import { cacheRequests } from "../../../src/core/requests/caches";
import { managedNodeRequests } from "../../../src/core/requests/managedNodes";
import { paramOf } from "../../../src/core/requests/paramNames";
import { pathRequests } from "../../../src/core/requests/paths";
import { type ApiRequest, cliRequest, iamAction } from "../../../src/core/requests/request";
import { ruleEndRequests } from "../../../src/core/requests/ruleEnds";
import { scheduleRequests } from "../../../src/core/requests/schedules";
import { securityGroupRequests } from "../../../src/core/requests/securityGroups";
import { isAsWrittenDown } from "../../support/writtenDown";

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
const schedule = {
  ...{ name: "one", at: Date.parse("2026-11-25T18:30:00Z"), groupId: "sg-1", ruleIds: ["sgr-1", "sgr-2"] },
  roleArn: "arn:aws:iam::111122223333:role/expiry",
};
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
  securityGroupRequests.prefixListEntries("pl-1"),
  cacheRequests.listUserGroups(),
  cacheRequests.listUsers(),
  managedNodeRequests.listOnline(),
  ruleEndRequests.rule("sgr-1"),
  ruleEndRequests.expiringRules(),
  scheduleRequests.get("one"),
  pathRequests.filtered("NetworkInterfaces", { "vpc-id": ["vpc-1"], "group-id": groupIds }),
  pathRequests.filtered("Reservations", { "instance-id": ["i-1"] }),
  pathRequests.filtered("Subnets", { "vpc-id": ["vpc-1", "vpc-2"] }),
  pathRequests.filtered("Vpcs", {}),
  pathRequests.filtered("RouteTables", { "association.subnet-id": ["subnet-1"] }),
  pathRequests.filtered("NetworkAcls", { "association.subnet-id": ["subnet-1"] }),
  pathRequests.filtered("SecurityGroups", { "group-id": groupIds }),
  pathRequests.filtered("SecurityGroupRules", { "group-id": groupIds }),
  pathRequests.filtered("VpcPeeringConnections", { "status-code": ["active"] }),
  pathRequests.filtered("TransitGateways", { "transit-gateway-id": ["tgw-1"] }),
  pathRequests.filtered("TransitGatewayAttachments", { "transit-gateway-id": ["tgw-1"] }),
  pathRequests.filtered("TransitGatewayVpcAttachments", { "transit-gateway-id": ["tgw-1"] }),
  pathRequests.filtered("TransitGatewayPeeringAttachments", { "transit-gateway-attachment-id": ["a"] }),
  pathRequests.filtered("VpnGateways", { "vpn-gateway-id": ["vgw-1"] }),
  pathRequests.filtered("VpnConnections", { "vpn-gateway-id": ["vgw-1"] }),
  pathRequests.filtered("NatGateways", { "nat-gateway-id": ["nat-1"] }),
  pathRequests.filtered("VpcEndpoints", { "vpc-id": ["vpc-1"] }),
  pathRequests.vpcAttributes("vpc-1"),
  pathRequests.prefixListEntries("pl-1"),
  pathRequests.transitGatewayRoutes("tgw-rtb-1", "10.1.0.1"),
];
const writes: readonly ApiRequest[] = [
  create({ name: "mygroup", description: "Why" }),
  remove("mygroup"),
  authorize(ingress),
  revoke(ingress),
  ...caches.map((cache) => cacheRequests.replaceGroups({ cache, groupIds })),
  securityGroupRequests.authorize({ groupId: "sg-1", rules: [rule] }),
  securityGroupRequests.revoke({ groupId: "sg-1", ruleId: "sgr-1" }),
  ruleEndRequests.tag({ groupId: "sg-1", ruleIds: ["sgr-1", "sgr-2"], tags: { team: "shop" } }),
  ruleEndRequests.untag({ groupId: "sg-1", ruleIds: ["sgr-1"], keys: ["team", "by"] }),
  scheduleRequests.createGroup(),
  scheduleRequests.create(schedule, "us-west-2", "token"),
  scheduleRequests.update(schedule, "us-gov-west-1", "token"),
  scheduleRequests.remove("one"),
];

describe("the requests", () => {
  it("that only look leave no doubt behind, and those that change do", () => {
    assert.deepEqual(new Set(reads.map(({ writes }) => writes)), new Set([false]));
    assert.deepEqual(new Set(writes.map(({ writes }) => writes)), new Set([true]));
    assert.ok(
      reads.every(({ action, input }) => /^(?:Describe|Get|List|Search)/.test(action) || "DryRun" in input),
    );
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

  it("are spelled as written down: the wire, the permission and the command line have this of them", () => {
    const lines = [...reads, ...writes].map((request) => {
      const { service, operation, input } = cliRequest(request);
      return [
        `${request.writes ? "changes" : "looks"} ${iamAction(request)}`,
        `  aws ${service} ${operation} ${JSON.stringify(input)}`,
        `  about ${JSON.stringify(request.subject)}`,
      ].join("\n");
    });
    isAsWrittenDown("test/unit/core/told/requests.txt", `${lines.join("\n")}\n`);
  });

  it("name the fields of params where AWS finds fault with a parameter", () => {
    for (const [parameter, field] of [
      ["CacheSecurityGroupName", "cacheSecurityGroupName"],
      ["EC2SecurityGroupName", "ec2SecurityGroupName"],
      ["EC2SecurityGroupOwnerId", "ec2SecurityGroupOwnerId"],
      ["Description", "description"],
      ["GroupId", "securityGroupId"],
      ["SecurityGroupIds", "securityGroupId"],
      ["SecurityGroupRuleIds", "securityGroupRuleId"],
      ["CacheClusterId", "cacheId"],
      ["ReplicationGroupId", "cacheId"],
      ["ServerlessCacheName", "cacheId"],
      ["IpProtocol", "ipProtocol"],
      ["CidrIp", "cidrIp"],
      ["CidrIpv6", "cidrIpv6"],
      ["PrefixListId", "prefixListId"],
      ["UserId", "sourceOwnerId"],
      ["Key", "tags"],
      ["Value", "tags"],
      ["MaxRecords", undefined],
      ["toString", undefined],
    ] as const) {
      assert.equal(paramOf(parameter), field, parameter);
    }
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
