import assert from "node:assert/strict";
import { DescribeSecurityGroupsCommand } from "@aws-sdk/client-ec2";
import {
  DescribeCacheClustersCommand,
  DescribeGlobalReplicationGroupsCommand,
  DescribeReplicationGroupsCommand,
  DescribeServerlessCachesCommand,
  DescribeUserGroupsCommand,
  DescribeUsersCommand,
  ModifyCacheClusterCommand,
  ModifyReplicationGroupCommand,
  ModifyServerlessCacheCommand,
} from "@aws-sdk/client-elasticache";
import { refusal, sandboxForEach } from "./sandboxUnderTest";

describe("the sandbox's caches", () => {
  const test = sandboxForEach({ settleMs: 1500 });
  const client = () => test.elasticache({ profile: "sandbox-vpc" });

  async function groupId(name: string): Promise<string> {
    const Filters = [{ Name: "group-name", Values: [name] }];
    const ec2 = test.ec2({ profile: "sandbox-vpc" });
    const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
    return SecurityGroups?.[0]?.GroupId ?? assert.fail(`there is no group ${name}`);
  }
  const clusters = async (input = {}) =>
    (await client().send(new DescribeCacheClustersCommand(input))).CacheClusters ?? [];
  const statuses = async (CacheClusterId: string) =>
    (await clusters({ CacheClusterId }))[0]?.SecurityGroups?.map((group) => group.Status);

  it("are clusters, with their nodes for those who ask", async () => {
    const alone = await clusters({ ShowCacheClustersNotInReplicationGroups: true });
    assert.deepEqual(
      alone.map((cluster) => cluster.CacheClusterId),
      ["analytics", "open-test", "pages"],
    );
    assert.equal(alone[2]?.CacheNodes, undefined);
    assert.equal(alone[2]?.ConfigurationEndpoint?.Port, 11_311);
    const [pages] = await clusters({ CacheClusterId: "pages", ShowCacheNodeInfo: true });
    assert.deepEqual(
      pages?.CacheNodes?.map((node) => node.Endpoint?.Port),
      [11_311, 11_311],
    );
  });

  it("are replication groups, whose members have the security groups", async () => {
    const { ReplicationGroups = [] } = await client().send(new DescribeReplicationGroupsCommand({}));
    const byId = new Map(ReplicationGroups.map((group) => [group.ReplicationGroupId, group]));
    assert.deepEqual(byId.get("sessions")?.MemberClusters, ["sessions-001", "sessions-002", "sessions-003"]);
    assert.deepEqual(byId.get("sessions")?.UserGroupIds, ["sessions-users"]);
    assert.equal(byId.get("catalog")?.ConfigurationEndpoint?.Port, 6379);
    assert.equal(byId.get("dual-stack")?.NetworkType, "dual_stack");
    assert.equal(byId.get("ledger")?.GlobalReplicationGroupInfo?.GlobalReplicationGroupMemberRole, "PRIMARY");
    const wanted = await Promise.all(["sessions-cache", "shared-cache"].map(groupId));
    const members = (await clusters()).filter((cluster) => cluster.ReplicationGroupId === "sessions");
    assert.equal(members.length, 3);
    for (const { SecurityGroups } of members) {
      assert.deepEqual(
        SecurityGroups?.map((group) => group.SecurityGroupId),
        wanted,
      );
    }
  });

  it("are serverless caches, one of them public", async () => {
    const pages: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await client().send(new DescribeServerlessCachesCommand({ MaxResults: 2, NextToken }));
      for (const { Endpoint, ReaderEndpoint, SecurityGroupIds = [] } of page.ServerlessCaches ?? []) {
        pages.push(`${Endpoint?.Port} ${ReaderEndpoint?.Port} ${SecurityGroupIds.length}`);
        if (SecurityGroupIds.length === 0) {
          assert.match(Endpoint?.Address ?? "", /\.public\.serverless\./);
        }
      }
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    assert.deepEqual(pages, ["11211 11212 1", "6379 6380 0", "6379 6380 1"]);
  });

  it("have user groups and a global datastore", async () => {
    const { UserGroups } = await client().send(
      new DescribeUserGroupsCommand({ UserGroupId: "sessions-users" }),
    );
    assert.deepEqual(UserGroups?.[0]?.ReplicationGroups, ["sessions"]);
    const members = new DescribeGlobalReplicationGroupsCommand({ ShowMemberInfo: true });
    const { GlobalReplicationGroups } = await client().send(members);
    assert.equal(GlobalReplicationGroups?.[0]?.Members?.length, 2);
  });

  it("have users, each with the groups that it is in", async () => {
    const { Users } = await client().send(new DescribeUsersCommand({ MaxRecords: 20 }));
    assert.deepEqual(
      Users?.map(({ UserId, UserName, AccessString, Authentication, UserGroupIds }) => [
        UserId,
        UserName,
        AccessString?.split(" ")[0],
        Authentication?.Type,
        UserGroupIds?.join(),
      ]),
      [
        ["default", "default", "on", "no-password", ""],
        ["default-off", "default", "off", "no-password", "sessions-users,storefront-users"],
        ["sessions-app", "sessions", "on", "password", "sessions-users"],
        ["storefront-app", "storefront", "on", "password", "storefront-users"],
      ],
    );
    const nobody = client().send(new DescribeUsersCommand({ UserId: "nobody" }));
    assert.equal(await refusal(nobody), "UserNotFound 404");
  });

  it("take another list of security groups, after a moment", async () => {
    const SecurityGroupIds = [await groupId("shared-cache")];
    const input = { CacheClusterId: "analytics", SecurityGroupIds, ApplyImmediately: true };
    await client().send(new ModifyCacheClusterCommand(input));
    assert.deepEqual(await statuses("analytics"), ["adding", "removing"]);
    const again = client().send(new ModifyCacheClusterCommand(input));
    assert.equal(await refusal(again), "InvalidCacheClusterState 400");
    test.wait(1500);
    assert.deepEqual(await statuses("analytics"), ["active"]);
  });

  it("take it for all members of a replication group, and for serverless caches", async () => {
    const SecurityGroupIds = [await groupId("shared-cache")];
    const group = await client().send(
      new ModifyReplicationGroupCommand({ ReplicationGroupId: "sessions", SecurityGroupIds }),
    );
    assert.equal(group.ReplicationGroup?.Status, "modifying");
    assert.deepEqual(await statuses("sessions-003"), ["active", "removing"]);
    const cache = await client().send(
      new ModifyServerlessCacheCommand({ ServerlessCacheName: "storefront", SecurityGroupIds }),
    );
    assert.equal(cache.ServerlessCache?.Status, "modifying");
    assert.deepEqual(cache.ServerlessCache?.SecurityGroupIds, SecurityGroupIds);
  });

  it("refuse a list that is empty, of another network, or for a member alone", async () => {
    const modify = (CacheClusterId: string, ...SecurityGroupIds: string[]) =>
      refusal(client().send(new ModifyCacheClusterCommand({ CacheClusterId, SecurityGroupIds })));
    assert.equal(await modify("analytics"), "InvalidParameterCombination 400");
    assert.equal(await modify("analytics", "sg-00000000000000000"), "InvalidParameterValue 400");
    assert.equal(await modify("sessions-001", await groupId("shared-cache")), "InvalidParameterValue 400");
    assert.equal(await modify("nothing", await groupId("shared-cache")), "CacheClusterNotFound 404");
  });

  it("are not found by another name", async () => {
    const named = "nothing";
    const send = client();
    assert.equal(
      await refusal(send.send(new DescribeReplicationGroupsCommand({ ReplicationGroupId: named }))),
      "ReplicationGroupNotFoundFault 404",
    );
    assert.equal(
      await refusal(send.send(new DescribeServerlessCachesCommand({ ServerlessCacheName: named }))),
      "ServerlessCacheNotFoundFault 404",
    );
  });
});
