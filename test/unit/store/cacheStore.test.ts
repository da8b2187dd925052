import assert from "node:assert/strict";
import type { CacheCluster } from "../../../src/core/caches/cacheParts";
import type { Failure } from "../../../src/core/failures/failures";
import { failed, type Outcome, succeeded } from "../../../src/core/outcome";
import { branchState } from "../../../src/store/branch";
import { followCaches } from "../../../src/store/cacheFollower";
import { CacheStore } from "../../../src/store/cacheStore";

const target = { profile: "dev", region: "us-west-2" };
const denied: Failure = { kind: "accessDenied", message: "May not", action: "elasticache:Describe" };

function cluster(id: string, status = "available"): CacheCluster {
  return {
    id,
    engine: "redis",
    engineVersion: "7.1.0",
    status,
    endpoints: [{ role: "node", address: "n.example", port: 6379 }],
    securityGroups: [],
    cacheSecurityGroups: [],
    networkType: "ipv4",
    encryptionInTransit: "none",
    authToken: false,
  };
}

/** A store whose lists answer what the test says, in the order asked. */
function storeWith(...answers: readonly Outcome<readonly CacheCluster[]>[]) {
  let asked = 0;
  const store = new CacheStore(
    async () => ({
      listCacheClusters: async () => answers[Math.min(asked++, answers.length - 1)] ?? succeeded([]),
      listReplicationGroups: async () => succeeded([]),
      listServerlessCaches: async () => succeeded([]),
      listUserGroups: async () => succeeded([]),
      listUsers: async () => succeeded([]),
    }),
    () => 1,
  );
  return { store, asked: () => asked };
}

describe("the caches of a target", () => {
  it("are asked for once by those who load them together, and not again by who loads them later", async () => {
    const { store, asked } = storeWith(succeeded([cluster("a")]));
    await Promise.all([store.load(target), store.load(target)]);
    await store.load(target);
    assert.equal(asked(), 1);
    assert.equal(store.get(target).value?.length, 1);
  });

  it("are read once more for all who ask again while they are read", async () => {
    const { store, asked } = storeWith(succeeded([]), succeeded([cluster("a")]));
    const first = store.refresh(target);
    await Promise.all([store.refresh(target), store.refresh(target), first]);
    assert.equal(asked(), 2);
    assert.equal(store.get(target).value?.length, 1);
  });

  it("are shown without what was refused: incomplete, not stale", async () => {
    const { store } = storeWith(failed(denied));
    await store.load(target);
    const branch = store.get(target);
    assert.equal(branchState(branch), "loaded");
    assert.deepEqual(branch.failures, [denied]);
  });

  it("are stale where a list that could be read before cannot be read now", async () => {
    const { store } = storeWith(succeeded([cluster("a")]), failed({ kind: "network", message: "Down" }));
    await store.load(target);
    await store.refresh(target);
    const branch = store.get(target);
    assert.equal(branchState(branch), "stale");
    assert.equal(branch.value?.length, 1);
  });

  it("are followed until none is being modified", async () => {
    const { store, asked } = storeWith(
      succeeded([cluster("a", "modifying")]),
      succeeded([cluster("a", "modifying")]),
      succeeded([cluster("a")]),
    );
    const pauses: number[] = [];
    const follower = followCaches(store, {
      settleTimeout: () => 60,
      now: () => 0,
      sleep: async (milliseconds) => {
        pauses.push(milliseconds);
      },
    });
    await store.load(target);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(asked(), 3);
    assert.equal(pauses.length, 2);
    assert.ok((pauses[1] ?? 0) > (pauses[0] ?? 0));
    assert.equal(store.get(target).value?.[0]?.status, "available");
    follower.dispose();
  });

  it("are given up after the time limit, and not followed again before they have settled", async () => {
    let now = 0;
    const { store, asked } = storeWith(succeeded([cluster("a", "modifying")]));
    const follower = followCaches(store, {
      settleTimeout: () => 10,
      now: () => now,
      sleep: async () => {
        now += 6_000;
      },
    });
    await store.load(target);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const before = asked();
    assert.equal(before, 3);
    await store.refresh(target);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(asked(), before + 1);
    follower.dispose();
  });
});
