import assert from "node:assert/strict";
import { authWords } from "../../../src/core/caches/authentication";
import { joinCaches } from "../../../src/core/caches/joinCaches";
import { failureIn, valueIn } from "../aws/support/world";
import { startVpcWorld, type VpcWorld, vpc } from "./vpcWorld";

describe("the caches of the sandbox", () => {
  let world: VpcWorld;
  before(async () => {
    world = await startVpcWorld();
  });
  after(() => world.close());

  async function caches() {
    const { aws } = world;
    return joinCaches({
      clusters: valueIn(await aws.listCacheClusters(vpc)),
      replicationGroups: valueIn(await aws.listReplicationGroups(vpc)),
      serverless: valueIn(await aws.listServerlessCaches(vpc)),
    });
  }

  it("are one each, of every kind, with their real ports", async () => {
    const shown = (await caches()).map(({ id, kind, engine, ports }) => [id, kind, engine, ports?.join()]);
    assert.deepEqual(shown, [
      ["analytics", "cluster", "redis", "6379"],
      ["catalog", "replicationGroup", "valkey", "6379"],
      ["dual-stack", "replicationGroup", "valkey", "6379"],
      ["fragments", "serverless", "memcached", "11211,11212"],
      ["ledger", "replicationGroup", "redis", "6379"],
      ["open-test", "cluster", "redis", "6379"],
      ["pages", "cluster", "memcached", "11311"],
      ["public-feed", "serverless", "valkey", "6379,6380"],
      ["sessions", "replicationGroup", "valkey", "6379"],
      ["storefront", "serverless", "valkey", "6379,6380"],
    ]);
  });

  it("tell their groups once, who may log in, what is public and what is copied elsewhere", async () => {
    const byId = new Map((await caches()).map((cache) => [cache.id, cache]));
    assert.equal(byId.get("sessions")?.securityGroups?.length, 2);
    assert.equal(byId.get("sessions")?.members.length, 3);
    assert.deepEqual(
      [...byId].filter(([, { isPublic }]) => isPublic).map(([id]) => id),
      ["public-feed"],
    );
    const auth = (id: string) => {
      const cache = byId.get(id);
      return cache && authWords(cache.authentication);
    };
    assert.equal(auth("open-test"), "no AUTH");
    assert.equal(auth("catalog"), "AUTH token");
    assert.match(auth("sessions") ?? "", /^user group sessions-users\b/);
    assert.match(auth("public-feed") ?? "", /elasticache:Connect/);
    assert.equal(byId.get("dual-stack")?.encryptionInTransit, "preferred");
    assert.equal(byId.get("dual-stack")?.networkType, "dual_stack");
    assert.equal(byId.get("ledger")?.globalDatastore?.id, "sbx-ledger");
    assert.equal(byId.get("catalog")?.endpoints[0]?.role, "configuration");
  });

  it("have their groups replaced, each kind by its own operation", async () => {
    const { aws } = world;
    for (const [kind, id, action] of [
      ["cluster", "pages", "ModifyCacheCluster"],
      ["replicationGroup", "sessions", "ModifyReplicationGroup"],
      ["serverless", "storefront", "ModifyServerlessCache"],
    ] as const) {
      const find = async () => (await caches()).find((cache) => cache.id === id);
      const before = (await find())?.securityGroups?.map((each) => each.id) ?? [];
      const all = (await caches()).flatMap(({ securityGroups }) => securityGroups ?? []);
      const other = all.find((each) => !before.includes(each.id))?.id ?? "";
      const change = { cache: { kind, id }, groupIds: [...before, other] };
      valueIn(await aws.replaceCacheGroups(vpc, change));
      assert.equal(world.sandbox.requests.at(-1)?.action, action);
      const during = await find();
      assert.equal(during?.status, "modifying");
      assert.equal(failureIn(await aws.replaceCacheGroups(vpc, change)).kind, "invalidState");
      world.pass(60_000);
      const after = (await find())?.securityGroups?.map((each) => [each.id, each.status]);
      assert.deepEqual(
        after,
        [...before, other].map((each) => [each, "active"]),
      );
    }
    const nobody = { cache: { kind: "cluster", id: "nobody" } as const, groupIds: ["sg-0123456789abcdef0"] };
    const failure = failureIn(await aws.replaceCacheGroups(vpc, nobody));
    assert.equal(failure.kind, "notFound");
    assert.match(failure.message, /no cache nobody/);
  });

  it("are read with the users of their groups, whose default user is off", async () => {
    const { caches } = world.state;
    await caches.load(vpc);
    await caches.loadUsers(vpc);
    const sessions = caches.find(vpc, { kind: "replicationGroup", id: "sessions" });
    assert.equal(sessions && authWords(sessions.authentication), "user group sessions-users");
    assert.deepEqual(caches.get(vpc).usersFailures, []);
  });
});
