import assert from "node:assert/strict";
import { authWords } from "../../../src/core/caches/authentication";
import { portsText } from "../../../src/core/caches/cache";
import { joinCaches } from "../../../src/core/caches/joinCaches";
import { withUsers } from "../../../src/core/caches/users";
import { type Answer, type FakeAws, result, startFakeAws, xml } from "../aws/support/fakeAws";
import { makeWorld, valueIn, type World } from "../aws/support/world";

const target = { profile: "dev", region: "us-west-2" };
const group = "sg-0aaaaaaaaaaaaaaaa";

const answers: Readonly<Record<string, string>> = {
  DescribeCacheClusters: `<CacheClusters><CacheCluster><CacheClusterId>new-cluster</CacheClusterId><CacheClusterStatus>creating</CacheClusterStatus><Engine>redis</Engine><CacheNodes><CacheNode><CacheNodeId>0001</CacheNodeId><CacheNodeStatus>creating</CacheNodeStatus></CacheNode></CacheNodes><SecurityGroups><member><SecurityGroupId>${group}</SecurityGroupId><Status>active</Status></member></SecurityGroups></CacheCluster><CacheCluster><CacheClusterId>orphan-001</CacheClusterId><CacheClusterStatus>available</CacheClusterStatus><ReplicationGroupId>orphan</ReplicationGroupId><Engine>valkey</Engine></CacheCluster></CacheClusters>`,
  DescribeReplicationGroups:
    "<ReplicationGroups><ReplicationGroup><ReplicationGroupId>early</ReplicationGroupId><Status>creating</Status><MemberClusters><ClusterId>early-001</ClusterId></MemberClusters><UserGroupIds><member>app</member></UserGroupIds></ReplicationGroup></ReplicationGroups>",
  DescribeServerlessCaches: `<ServerlessCaches><member><ServerlessCacheName>new-cache</ServerlessCacheName><Status>creating</Status><Engine>valkey</Engine><MajorEngineVersion>8</MajorEngineVersion><SecurityGroupIds><SecurityGroupId>${group}</SecurityGroupId></SecurityGroupIds></member></ServerlessCaches>`,
  DescribeUserGroups:
    "<UserGroups><member><UserGroupId>app</UserGroupId><UserIds><member>default</member><member>app-user</member></UserIds></member></UserGroups>",
  DescribeUsers:
    "<Users><member><UserId>default</UserId><UserName>default</UserName><AccessString>on ~* +@all</AccessString><Authentication><Type>no-password</Type></Authentication></member></Users>",
};
const answer: Answer = ({ action }, response) => xml(response, result(action, answers[action] ?? ""));

describe("caches that AWS does not tell all about yet", () => {
  let fake: FakeAws;
  let world: World;
  before(async () => {
    fake = await startFakeAws(answer);
    world = await makeWorld(
      `[profile dev]\nregion = us-west-2\nendpoint_url = ${fake.url}\n`,
      "[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n",
    );
  });
  after(async () => {
    await world.close();
    await fake.close();
  });

  async function caches() {
    const { aws } = world;
    return joinCaches({
      clusters: valueIn(await aws.listCacheClusters(target)),
      replicationGroups: valueIn(await aws.listReplicationGroups(target)),
      serverless: valueIn(await aws.listServerlessCaches(target)),
    });
  }

  it("are all shown, with what is not told left open", async () => {
    const told = (await caches()).map((cache) => [
      cache.id,
      cache.kind,
      portsText(cache),
      cache.securityGroups?.map(({ id }) => id).join() ?? "not known",
    ]);
    assert.deepEqual(told, [
      ["early", "replicationGroup", "port not known yet", "not known"],
      ["new-cache", "serverless", "port not known yet", group],
      ["new-cluster", "cluster", "port not known yet", group],
      ["orphan", "replicationGroup", "port not known yet", "not known"],
    ]);
  });

  it("are asked about the default user of their user group", async () => {
    const { aws } = world;
    const users = {
      groups: valueIn(await aws.listUserGroups(target)),
      users: valueIn(await aws.listUsers(target)),
    };
    const [early] = await caches();
    const words = early && authWords(withUsers(early.authentication, users));
    assert.equal(words, "user group app, whose default user needs no password: no AUTH");
  });
});
