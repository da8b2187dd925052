import assert from "node:assert/strict";
import type { CacheCluster, ReplicationGroup, ServerlessCache } from "../../../../src/core/caches/cacheParts";
import { joinCaches } from "../../../../src/core/caches/joinCaches";

const node = (port: number) => ({ role: "node", address: "n.example", port }) as const;

function cluster(id: string, more: Partial<CacheCluster> = {}): CacheCluster {
  return {
    id,
    engine: "redis",
    engineVersion: "7.1.0",
    status: "available",
    endpoints: [node(6379)],
    securityGroups: [],
    cacheSecurityGroups: [],
    networkType: "ipv4",
    encryptionInTransit: "none",
    authToken: false,
    ...more,
  };
}

const orders: ReplicationGroup = {
  id: "orders",
  engine: "valkey",
  status: "available",
  endpoints: [{ role: "primary", address: "master.orders.example", port: 6379 }],
  members: ["orders-001", "orders-002", "orders-003"],
  clusterMode: false,
  networkType: "ipv4",
  encryptionInTransit: "required",
  authToken: true,
  userGroupIds: [],
};

const active = (id: string) => ({ id, status: "active" });
const members = orders.members.map((id) =>
  cluster(id, {
    engine: "valkey",
    engineVersion: "8.0.1",
    replicationGroupId: "orders",
    securityGroups: [active("sg-a"), active("sg-b")],
  }),
);

const serverless: ServerlessCache = {
  name: "flags",
  engine: "valkey",
  engineVersion: "8.0",
  status: "available",
  endpoints: [
    { role: "serverless", address: "flags-x.serverless.usw2.cache.amazonaws.com", port: 6379 },
    { role: "reader", address: "flags-x.serverless.usw2.cache.amazonaws.com", port: 6380 },
  ],
  securityGroupIds: ["sg-a"],
  userGroupIds: [],
  networkType: "ipv4",
};

describe("the caches of three lists", () => {
  it("show a replication group of three clusters with two groups once, with both groups once", () => {
    const caches = joinCaches({ clusters: members, replicationGroups: [orders], serverless: [] });
    assert.equal(caches.length, 1);
    const [cache] = caches;
    assert.equal(cache?.kind, "replicationGroup");
    assert.equal(cache?.engineVersion, "8.0.1");
    assert.deepEqual(cache?.securityGroups, [active("sg-a"), active("sg-b")]);
    assert.deepEqual(cache?.ports, [6379]);
  });

  it("show what is not settled on one of the members", () => {
    const [first, ...rest] = members;
    const changed = { ...first, securityGroups: [active("sg-a"), { id: "sg-c", status: "adding" }] };
    const clusters = [{ ...cluster("orders-001"), ...changed }, ...rest];
    const [cache] = joinCaches({ clusters, replicationGroups: [orders], serverless: [] });
    assert.deepEqual(cache?.securityGroups, [
      active("sg-a"),
      { id: "sg-c", status: "adding" },
      active("sg-b"),
    ]);
  });

  it("show a replication group by its members, where the list of groups could not be had", () => {
    const [cache, ...others] = joinCaches({
      clusters: members,
      replicationGroups: undefined,
      serverless: undefined,
    });
    assert.deepEqual(others, []);
    assert.equal(cache?.kind, "replicationGroup");
    assert.equal(cache?.id, "orders");
    assert.deepEqual(cache?.ports, [6379]);
    assert.equal(cache?.securityGroups?.length, 2);
  });

  it("show a replication group without its security groups, where the clusters could not be had", () => {
    const [cache] = joinCaches({ clusters: undefined, replicationGroups: [orders], serverless: [] });
    assert.equal(cache?.securityGroups, undefined);
    assert.deepEqual(cache?.ports, [6379]);
  });

  it("show both ports of a serverless cache, and a custom port", () => {
    const memcached = cluster("sessions", { engine: "memcached", endpoints: [node(11_999)] });
    const caches = joinCaches({ clusters: [memcached], replicationGroups: [], serverless: [serverless] });
    assert.deepEqual(
      caches.map(({ id, ports }) => [id, ports]),
      [
        ["flags", [6379, 6380]],
        ["sessions", [11_999]],
      ],
    );
  });

  it("tell a public serverless cache by its endpoint's name", () => {
    const address = "flags-x.public.serverless.usw2.cache.amazonaws.com";
    const open = {
      ...serverless,
      endpoints: [{ role: "serverless", address, port: 6379 } as const],
      securityGroupIds: [],
    };
    const caches = joinCaches({ clusters: [], replicationGroups: [], serverless: [serverless, open] });
    assert.deepEqual(
      caches.map(({ isPublic }) => isPublic),
      [false, true],
    );
  });

  it("leave open what is not told while they are made: ports, and groups", () => {
    const made = { status: "creating", endpoints: [] };
    const caches = joinCaches({
      clusters: [
        cluster("alone", made),
        cluster("grouped", { ...made, securityGroups: [active("sg-a")] }),
        cluster("orders-001", { replicationGroupId: "orders", ...made }),
      ],
      replicationGroups: [
        { ...orders, ...made },
        { ...orders, id: "without-members", ...made, members: [] },
      ],
      serverless: [
        { ...serverless, ...made },
        { ...serverless, name: "perhaps-public", ...made, securityGroupIds: [] },
      ],
    });
    const told = caches.map((cache) => [cache.id, cache.ports, cache.securityGroups?.map(({ id }) => id)]);
    assert.deepEqual(told, [
      ["alone", undefined, undefined],
      ["flags", undefined, ["sg-a"]],
      ["grouped", undefined, ["sg-a"]],
      ["orders", undefined, undefined],
      ["perhaps-public", undefined, undefined],
      ["without-members", undefined, undefined],
    ]);
  });

  it("show a replication group without its security groups as long as its members are not listed", () => {
    const [cache] = joinCaches({ clusters: [], replicationGroups: [orders], serverless: [] });
    assert.equal(cache?.securityGroups, undefined);
    assert.deepEqual(cache?.ports, [6379]);
  });

  it("show members whose replication group is not listed, beside the groups that are", () => {
    const orphan = cluster("orphan-001", { replicationGroupId: "orphan", securityGroups: [active("sg-a")] });
    const caches = joinCaches({
      clusters: [...members, orphan],
      replicationGroups: [orders],
      serverless: [],
    });
    assert.deepEqual(
      caches.map(({ id, kind, members: of }) => [id, kind, of.length]),
      [
        ["orders", "replicationGroup", 3],
        ["orphan", "replicationGroup", 1],
      ],
    );
    assert.deepEqual(caches[1]?.securityGroups, [active("sg-a")]);
  });

  it("know no groups of a cluster that tells of none, and each group of a serverless cache once", () => {
    const caches = joinCaches({
      clusters: [cluster("classic", { cacheSecurityGroups: ["default"] }), cluster("emulated")],
      replicationGroups: [],
      serverless: [{ ...serverless, securityGroupIds: ["sg-a", "sg-a"] }],
    });
    assert.deepEqual(
      caches.map(({ securityGroups }) => securityGroups),
      [[], undefined, [active("sg-a")]],
    );
  });

  it("leave open whether a token is asked for, and cluster mode, where the answer does not tell", () => {
    const { authToken: _, ...untold } = cluster("one");
    const { authToken: __, clusterMode: ___, ...group } = { ...orders, members: [] };
    const caches = joinCaches({ clusters: [untold], replicationGroups: [group], serverless: [] });
    assert.deepEqual(
      caches.map(({ authentication, clusterMode }) => [authentication.kind, clusterMode]),
      [
        ["notKnown", "no"],
        ["notKnown", "notKnown"],
      ],
    );
    const [withUsers] = joinCaches({
      clusters: [],
      replicationGroups: [{ ...group, userGroupIds: ["app"] }],
      serverless: [],
    });
    assert.equal(withUsers?.authentication.kind, "asked");
  });

  it("leave authentication and cluster mode open where only the members tell of a replication group", () => {
    const parts = { clusters: members, replicationGroups: undefined, serverless: [] };
    const [cache] = joinCaches(parts);
    assert.deepEqual([cache?.authentication, cache?.clusterMode], [{ kind: "notKnown" }, "notKnown"]);
    const [withToken] = joinCaches({
      ...parts,
      clusters: members.map((member) => ({ ...member, authToken: true })),
    });
    assert.deepEqual(withToken?.authentication, { kind: "asked", authToken: true, userGroups: [] });
  });
});
