import assert from "node:assert/strict";
import {
  type Cache,
  cacheKey,
  engineName,
  isCacheKind,
  isChanging,
  isPublicAddress,
  isSameCache,
  kindWords,
} from "../../../../src/core/caches/cache";
import {
  briefFacts,
  encryptionWords,
  networkWords,
  notEvaluated,
  openInVpc,
  openToInternet,
} from "../../../../src/core/caches/cacheFacts";
import { userGroupsIn } from "../../../../src/core/caches/cacheParts";
import {
  changedGroups,
  groupIdsOf,
  sameGroups,
  withoutGroupsWords,
} from "../../../../src/core/caches/membershipChange";
import { checkTyped } from "../../../../src/core/checkTyped";
import { distinctBy } from "../../../../src/core/distinct";
import { joined } from "../../../../src/core/joined";
import { cacheLists } from "../../../../src/core/reach/cacheLists";
import { cacheOf } from "../../../support/caches";

describe("a cache in words", () => {
  it("is its engine, its kind and its ports", () => {
    const brief = (more: Partial<Cache>) => briefFacts(cacheOf("one", more)).join(" · ");
    assert.equal(brief({}), "redis · cluster · 6379");
    assert.equal(
      brief({ kind: "replicationGroup", ports: [6379, 6380] }),
      "redis · replication group · 6379, 6380",
    );
    assert.equal(brief({ kind: "serverless", ports: undefined }), "redis · serverless · port not known yet");
    assert.deepEqual((["cluster", "replicationGroup", "serverless"] as const).map(kindWords), [
      ...["cluster", "replication group", "serverless"],
    ]);
    assert.deepEqual(["redis", "valkey", "memcached", "dragon"].map(engineName), [
      ...["Redis OSS", "Valkey", "Memcached", "dragon"],
    ]);
    assert.deepEqual(["cluster", "Cluster", "toString", ""].map(isCacheKind), [true, false, false, false]);
  });

  it("says what it takes, and by which addresses", () => {
    const encrypted = (encryptionInTransit: Cache["encryptionInTransit"]) =>
      encryptionWords(cacheOf("one", { encryptionInTransit }));
    assert.deepEqual((["required", "preferred", "none"] as const).map(encrypted), [
      ...["TLS required", "TLS preferred: plain connections are taken too", "not encrypted"],
    ]);
    assert.deepEqual(
      ["ipv4", "ipv6", "dual_stack", "ipv8"].map((networkType) => networkWords({ networkType })),
      ["IPv4 only", "IPv6 only", "IPv4 and IPv6", "ipv8"],
    );
  });

  it("never says more than what was evaluated", () => {
    assert.match(notEvaluated, /^Allowed by security groups\. Not evaluated: network ACLs, routes, /);
    assert.match(openInVpc, /^Open to whatever can route to the VPC: .* Not the internet\.$/);
    assert.match(openToInternet, /^Anyone on the internet with .*elasticache:Connect.* do not decide\.$/);
  });

  it("is the same by its kind and its id", () => {
    assert.equal(cacheKey({ kind: "cluster", id: "a" }), "cluster/a");
    assert.ok(isSameCache(cacheOf("a"), cacheOf("a", { ports: [1] })));
    assert.ok(!isSameCache(cacheOf("a"), cacheOf("b")));
    assert.ok(!isSameCache(cacheOf("a"), cacheOf("a", { kind: "serverless" })));
    assert.ok(isPublicAddress("one-abc.public.serverless.usw2.cache.amazonaws.com"));
    assert.ok(!isPublicAddress("public-abc.serverless.usw2.cache.amazonaws.com"));
  });

  it("changes by itself while it, or one of its groups, is on its way", () => {
    const groups = (...all: readonly string[]) => ({
      securityGroups: all.map((status, at) => ({ id: `sg-${at}`, status })),
    });
    assert.ok(!isChanging(cacheOf("one")));
    assert.ok(isChanging(cacheOf("one", { status: "modifying" })));
    assert.ok(isChanging(cacheOf("one", groups("active", "adding"))));
    assert.ok(isChanging(cacheOf("one", groups("removing"))));
    assert.ok(!isChanging(cacheOf("one", { securityGroups: undefined })));
  });
});

describe("the VPC groups of a cache", () => {
  it("are those that it has, or is about to have", () => {
    const securityGroups = ["active", "adding", "removing"].map((status) => ({ id: status, status }));
    assert.deepEqual(groupIdsOf({ securityGroups }), ["active", "adding"]);
    assert.deepEqual(groupIdsOf({ securityGroups: undefined }), []);
    assert.equal(
      withoutGroupsWords(cacheOf("one", { securityGroups: [] })),
      "one has no VPC security group: it is in no VPC",
    );
    assert.equal(
      withoutGroupsWords(cacheOf("one", { securityGroups: undefined, status: "creating" })),
      "Which security groups one has is not known: AWS does not tell, and its status is creating",
    );
  });

  const five = ["a", "b", "c", "d", "e"];
  const most = "A cache has at most 5 security groups, unless AWS has raised it";
  for (const [before, change, after] of [
    [["a"], { add: "b" }, ["a", "b"]],
    [["a"], { add: "a" }, ["a"]],
    [["a", "b"], { remove: "a" }, ["b"]],
    [["a", "b"], { remove: "c" }, ["a", "b"]],
    [["a"], { remove: "a", add: "b" }, ["b"]],
    [five.slice(1), { add: "z" }, [...five.slice(1), "z"]],
    [five, { add: "z" }, most],
    [five, { add: "z", remove: "a" }, [...five.slice(1), "z"]],
    [[...five, "f"], { remove: "z" }, [...five, "f"]],
    [["a"], { remove: "a" }, "A cache keeps at least one security group; attach another one first"],
  ] as const) {
    it(`are ${after} of ${before} after ${JSON.stringify(change)}`, () => {
      assert.deepEqual(changedGroups(before, change), after);
    });
  }

  it("are the same in whatever order", () => {
    assert.ok(sameGroups(["a", "b"], ["b", "a"]));
    assert.ok(sameGroups([], []));
    assert.ok(!sameGroups(["a"], ["a", "b"]));
    assert.ok(!sameGroups(["a", "b"], ["a", "c"]));
  });

  it("have their user groups each once, of what was read", () => {
    const common = { id: "x", name: "x", engine: "redis", engineVersion: "7", status: "available" };
    const plain = { ...common, endpoints: [], networkType: "ipv4", encryptionInTransit: "none" } as const;
    const group = { ...plain, members: [], clusterMode: false, authToken: false };
    assert.deepEqual(
      userGroupsIn({
        clusters: undefined,
        replicationGroups: [
          { ...group, userGroupIds: ["a", "b"] },
          { ...group, userGroupIds: [] },
        ],
        serverless: [{ ...plain, securityGroupIds: [], userGroupIds: ["b", "c"] }],
      }),
      ["a", "b", "c"],
    );
    assert.deepEqual(userGroupsIn({ clusters: [], replicationGroups: undefined, serverless: undefined }), []);
  });
});

describe("a cache as the lists of a way have it", () => {
  const asked = {
    kind: "asked",
    authToken: true,
    userGroups: [{ id: "ops", letsAnybodyIn: "no" }],
  } as const;

  it("is one cluster", () => {
    const endpoints = [{ role: "configuration", address: "c.example", port: 11_211 }] as const;
    assert.deepEqual(cacheLists(cacheOf("one", { ports: [6379, 6380], authentication: asked, endpoints })), {
      CacheClusters: [
        {
          ...{ CacheClusterId: "one", Engine: "redis", AuthTokenEnabled: true },
          CacheNodes: [{ Endpoint: { Port: 6379 } }, { Endpoint: { Port: 6380 } }],
          ConfigurationEndpoint: { Address: "c.example", Port: 11_211 },
          ...{ TransitEncryptionEnabled: false, TransitEncryptionMode: "none" },
        },
      ],
      ...{ ReplicationGroups: [], ServerlessCaches: [] },
    });
  });

  it("is a replication group with its members", () => {
    const more = { kind: "replicationGroup", members: ["one-001", "one-002"], ports: undefined } as const;
    const endpoints = [{ role: "configuration", address: "c.example", port: 6379 }] as const;
    const encrypted = { encryptionInTransit: "preferred", clusterMode: "yes", endpoints } as const;
    const cluster = {
      ...{ Engine: "redis", CacheNodes: [], AuthTokenEnabled: false, ReplicationGroupId: "one" },
      ...{ TransitEncryptionEnabled: true, TransitEncryptionMode: "preferred" },
    };
    assert.deepEqual(cacheLists(cacheOf("one", { ...more, ...encrypted })), {
      CacheClusters: [
        { CacheClusterId: "one-001", ...cluster },
        { CacheClusterId: "one-002", ...cluster },
      ],
      ReplicationGroups: [{ ReplicationGroupId: "one", ClusterEnabled: true, UserGroupIds: [] }],
      ServerlessCaches: [],
    });
    const [group] = cacheLists(cacheOf("one", { ...more, authentication: asked })).ReplicationGroups ?? [];
    assert.deepEqual(group, { ReplicationGroupId: "one", ClusterEnabled: false, UserGroupIds: ["ops"] });
  });

  it("is a serverless cache, whose second port is for readers", () => {
    const endpoints = [{ role: "serverless", address: "s.example", port: 6379 }] as const;
    const serverless = {
      kind: "serverless",
      endpoints,
      authentication: asked,
      subnetIds: ["subnet-1"],
    } as const;
    const whole = {
      ServerlessCacheName: "one",
      Engine: "redis",
      SecurityGroupIds: ["sg-1"],
      UserGroupId: "ops",
    };
    assert.deepEqual(cacheLists(cacheOf("one", { ...serverless, ports: [6379, 6380] })), {
      ...{ CacheClusters: [], ReplicationGroups: [] },
      ServerlessCaches: [
        {
          ...{ ...whole, SubnetIds: ["subnet-1"] },
          Endpoint: { Address: "s.example", Port: 6379 },
          ReaderEndpoint: { Address: "s.example", Port: 6380 },
        },
      ],
    });
    const bare = cacheOf("one", { kind: "serverless", ports: undefined, securityGroups: undefined });
    assert.deepEqual(cacheLists(bare).ServerlessCaches, [
      { ...whole, SubnetIds: [], SecurityGroupIds: [], UserGroupId: undefined },
    ]);
  });
});

describe("small things that many rely on", () => {
  it("take a typed text as it is, or as it is shown", () => {
    const check = checkTyped(" we\u202eb ", "Type it");
    for (const text of ["we\u202eb", " we\\u202eb "]) {
      assert.deepEqual(check(text), { verdict: "ok" });
    }
    for (const text of ["", "web", "we"]) {
      assert.deepEqual(check(text), { verdict: "error", message: "Type it" });
    }
  });

  it("leave out what is there already, and what is empty", () => {
    assert.deepEqual(
      distinctBy(
        ({ id }) => `${id}`,
        [
          { id: 1, a: 1 },
          { id: 2, a: 2 },
          { id: 1, a: 3 },
        ],
      ),
      [
        { id: 1, a: 1 },
        { id: 2, a: 2 },
      ],
    );
    assert.equal(joined("a", "", undefined, "b"), "a · b");
    assert.equal(joined(), "");
  });
});
