import assert from "node:assert/strict";
import { whatAttachingOpens } from "../../../src/changes/attachedRules";
import type { CacheName } from "../../../src/core/caches/cache";
import { cancelled } from "../../../src/core/commandResult";
import { ScriptedUi } from "../../support/scriptedUi";
import { useLoadedWorld } from "../support/loadedWorld";

const target = { profile: "sandbox-vpc", region: "us-west-2" };
const general = "Whatever the rules of the group let in gets to reach this cache.";

describe("what comes of attaching a group", () => {
  const world = useLoadedWorld(target);

  const groupOf = (id: string) =>
    (world().services.state.caches.get(target).value ?? []).find((cache) => cache.id === id)
      ?.securityGroups?.[0]?.id ?? assert.fail(id);
  const opens = (cache: CacheName, ...groupIds: readonly string[]) =>
    whatAttachingOpens(
      groupIds.map((groupId) => ({ ...target, cache, groupId })),
      { ...world().services, ui: new ScriptedUi(), runCommand: async () => cancelled },
    );
  const analytics = { kind: "cluster", id: "analytics" } as const;

  it("is that the cache will be open, by the rules that let everybody in", async () => {
    const [words, comes, ...others] = await opens(analytics, groupOf("open-test"));
    assert.match(words ?? "", /lets in 0\.0\.0\.0\/0 on tcp/);
    assert.match(comes ?? "", /^analytics will be open to whatever can route to the VPC/);
    assert.deepEqual(others, []);
  });

  it("is nothing new where the cache is open already", async () => {
    const told = await opens({ kind: "cluster", id: "open-test" }, groupOf("analytics"));
    assert.deepEqual(told, [general, "open-test is open already."]);
  });

  it("is told once in general where no group opens it, or the cache is not known", async () => {
    assert.deepEqual(await opens(analytics, groupOf("pages")), [general]);
    assert.deepEqual(await opens({ kind: "cluster", id: "gone" }, groupOf("pages"), groupOf("open-test")), [
      general,
    ]);
  });

  it("is not known where the group's rules may not be read", async () => {
    const groupId = groupOf("pages");
    world().sandbox.setFaults(
      ["DescribeSecurityGroupRules", "DescribeSecurityGroups"].map((action) => ({
        action,
        code: "UnauthorizedOperation",
      })),
    );
    const [told, ...others] = await opens(analytics, groupId);
    world().sandbox.setFaults([]);
    assert.match(told ?? "", /^What \S+ lets in is not known, and it may be everybody\. /);
    assert.deepEqual(others, []);
  });
});
