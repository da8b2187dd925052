import assert from "node:assert/strict";
import type { Outcome } from "../../../src/core/outcome";
import { ec2Result, error, type FakeAws, grants, group, result, startFakeAws, xml } from "./support/fakeAws";
import { failureIn, makeWorld, valueIn, type World } from "./support/world";

const target = { profile: "dev", region: "us-west-2" };
const ingress = {
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
const rule = {
  source: { kind: "cidrIp", cidr: "192.0.2.0/24" },
  protocol: "tcp",
  fromPort: 6379,
  toPort: 6379,
} as const;
const [groupId, groupIds] = ["sg-0123456789abcdef0", ["sg-0123456789abcdef0"]];

const granted = grants(["default", "565419523791", "authorizing"]);

/** An operation, and the inside of an answer that proves it; what would prove it for something else. */
interface Operation {
  readonly send: (world: World) => Promise<Outcome<unknown>>;
  readonly proof: string;
  readonly others: readonly string[];
}

const modify = (
  kind: "cluster" | "replicationGroup" | "serverless",
  proof: (id: string) => string,
): Operation => ({
  send: ({ aws }) => aws.replaceCacheGroups(target, { cache: { kind, id: "Cart" }, groupIds }),
  proof: proof("cart"),
  others: ["", proof("other")],
});

const writes: Readonly<Record<string, Operation>> = {
  AuthorizeCacheSecurityGroupIngress: {
    send: ({ aws }) => aws.authorizeIngress(target, ingress),
    proof: group("mygroup", granted),
    others: [
      "",
      group("other", granted),
      "<CacheSecurityGroup/>",
      group("mygroup"),
      group("mygroup", grants(["other", "565419523791", "authorizing"])),
      group("mygroup", grants(["default", "565419523791", "revoking"])),
    ],
  },
  RevokeCacheSecurityGroupIngress: {
    send: ({ aws }) => aws.revokeIngress(target, ingress),
    proof: group("MyGroup"),
    others: ["", group("other"), group("mygroup", granted)],
  },
  CreateCacheSecurityGroup: {
    send: ({ aws }) => aws.createCacheSecurityGroup(target, { name: "mygroup", description: "Why" }),
    proof: group("mygroup"),
    others: ["", group("other")],
  },
  DeleteCacheSecurityGroup: {
    send: ({ aws }) => aws.deleteCacheSecurityGroup(target, "mygroup"),
    proof: "",
    others: [],
  },
  ModifyCacheCluster: modify(
    "cluster",
    (id) => `<CacheCluster><CacheClusterId>${id}</CacheClusterId></CacheCluster>`,
  ),
  ModifyReplicationGroup: modify(
    "replicationGroup",
    (id) => `<ReplicationGroup><ReplicationGroupId>${id}</ReplicationGroupId></ReplicationGroup>`,
  ),
  ModifyServerlessCache: modify(
    "serverless",
    (id) => `<ServerlessCache><ServerlessCacheName>${id}</ServerlessCacheName></ServerlessCache>`,
  ),
  AuthorizeSecurityGroupIngress: {
    send: ({ aws }) => aws.authorizeVpcIngress(target, { groupId, rules: [rule] }),
    proof: "<return>true</return>",
    others: [
      "",
      "<return>false</return>",
      "<return>true</return><securityGroupRuleSet><item><securityGroupRuleId>sgr-2</securityGroupRuleId><groupId>sg-2</groupId><isEgress>false</isEgress><ipProtocol>tcp</ipProtocol><cidrIpv4>192.0.2.0/24</cidrIpv4></item></securityGroupRuleSet>",
    ],
  },
  RevokeSecurityGroupIngress: {
    send: ({ aws }) => aws.revokeVpcIngress(target, { groupId, ruleId: "sgr-1" }),
    proof: "<return>true</return>",
    others: [
      "",
      "<return>false</return>",
      "<revokedSecurityGroupRuleSet><item><securityGroupRuleId>sgr-2</securityGroupRuleId></item></revokedSecurityGroupRuleSet>",
    ],
  },
};

const reads: Readonly<Record<string, (world: World) => Promise<Outcome<unknown>>>> = {
  DescribeCacheSecurityGroups: ({ aws }) => aws.listCacheSecurityGroups(target),
  DescribeCacheClusters: ({ aws }) => aws.listCacheClusters(target),
  DescribeReplicationGroups: ({ aws }) => aws.listReplicationGroups(target),
  DescribeServerlessCaches: ({ aws }) => aws.listServerlessCaches(target),
  DescribeSecurityGroups: ({ aws }) => aws.listVpcGroups(target),
  DescribeSecurityGroupRules: ({ aws }) => aws.describeVpcRules(target, groupIds),
  DescribeStaleSecurityGroups: ({ aws }) => aws.describeStaleReferences(target, "vpc-1"),
  DescribeNetworkInterfaces: ({ aws }) => aws.describeInterfaceCounts(target, groupIds),
  DescribeManagedPrefixLists: ({ aws }) => aws.listPrefixLists(target),
  GetCallerIdentity: ({ aws }) => aws.callerIdentity(target),
  AuthorizeSecurityGroupIngress: ({ aws }) =>
    aws.dryRunAuthorizeVpcIngress(target, { groupId, rules: [rule] }),
};

/** What is XML, has status 200, and is not the operation's own answer. */
const nobodys: readonly string[] = [
  '<?xml version="1.0"?><WISPAccessGatewayParam><Redirect><MessageType>100</MessageType></Redirect></WISPAccessGatewayParam>',
  result("GetFederationToken", "<Account>1</Account>"),
  result("DescribeCacheParameters", group("mygroup")),
  "<ErrorResponse><Error><Code>AccessDenied</Code><Message>No</Message></Error></ErrorResponse>",
  "<Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></Response>",
  "<x/>",
  "<!-- DeleteCacheSecurityGroupResponse --><x></x>",
];

/** An error in the wrapping of the operation's own answer. */
const refusedWithin = (action: string): readonly string[] => [
  `<${action}Response xmlns="http://x/"><Error><Code>AccessDenied</Code></Error></${action}Response>`,
  `<${action}Response>\n  <!-- no --><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></${action}Response>`,
];

describe("the success of an operation", () => {
  let fake: FakeAws;
  let world: World;
  beforeEach(async () => {
    fake = await startFakeAws(() => undefined);
    world = await makeWorld(
      `[profile dev]\nendpoint_url = ${fake.url}\n`,
      "[dev]\naws_access_key_id = AKIA\naws_secret_access_key = other-secret\n",
    );
  });
  afterEach(async () => {
    await world.close();
    await fake.close();
  });

  for (const [action, { send, proof, others }] of Object.entries(writes)) {
    const answered = (inner: string) =>
      /^(?:Authorize|Revoke)SecurityGroup/.test(action) ? ec2Result(action, inner) : result(action, inner);

    it(`is, of ${action}, its own answer with the result of what was asked, and nothing else`, async () => {
      for (const body of [...nobodys, ...refusedWithin(action), ...others.map(answered)]) {
        fake.answer = (_asked, response) => xml(response, body);
        const failure = failureIn(await send(world));
        assert.deepEqual([failure.kind, failure.inDoubt], ["protocol", true], body);
        assert.match(failure.message, /may have been made all the same/);
      }
      fake.answer = (asked, response) =>
        asked.action === action ? xml(response, answered(proof)) : error(response, "AccessDenied", "No", 403);
      valueIn(await send(world));
    });
  }

  for (const [action, send] of Object.entries(reads)) {
    it(`is, of the read ${action}, its own answer`, async () => {
      for (const body of [...nobodys, ...refusedWithin(action), `<${action}Response/>`]) {
        fake.answer = (_asked, response) => xml(response, body);
        const failure = failureIn(await send(world));
        assert.deepEqual([failure.kind, failure.inDoubt], ["protocol", undefined], body);
      }
    });
  }

  it("is not an error that has no code, whatever its status", async () => {
    for (const status of [400, 403, 404, 500]) {
      fake.answer = (_asked, response) => xml(response, "<Oops>No</Oops>", status);
      assert.equal(failureIn(await world.aws.listCacheSecurityGroups(target)).kind, "protocol");
      const failure = failureIn(await world.aws.deleteCacheSecurityGroup(target, "mygroup"));
      assert.deepEqual([failure.kind, failure.inDoubt], ["protocol", true]);
    }
  });
});
