import assert from "node:assert/strict";
import type { AwsApi } from "../../../src/aws/api";
import type { CacheSecurityGroup } from "../../../src/core/cacheSecurityGroups/cacheSecurityGroup";
import type { Failure } from "../../../src/core/failures/failures";
import type { HistoryEntry } from "../../../src/core/history";
import { failed, succeeded } from "../../../src/core/outcome";
import { recordChanges } from "../../../src/history/recordChanges";

const target = { profile: "dev", region: "us-west-2" };
const group: CacheSecurityGroup = { name: "mygroup", description: "d", ownerId: "1", grants: [] };
const ingress = {
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
const input = {
  CacheSecurityGroupName: "mygroup",
  EC2SecurityGroupName: "default",
  EC2SecurityGroupOwnerId: "565419523791",
};
const refused = (kind: Failure["kind"]) =>
  failed({ kind, code: "Code", message: "AKIASECRET told", requestId: "r" });

/** An AWS side that does as the test says; what the test does not name fails. */
function recording(
  methods: Partial<Pick<AwsApi, "authorizeIngress" | "revokeIngress" | "deleteCacheSecurityGroup">>,
) {
  const unexpected = async () => refused("unexpected");
  const entries: HistoryEntry[] = [];
  const aws = recordChanges(
    {
      listCacheSecurityGroups: unexpected,
      describeCacheSecurityGroup: unexpected,
      createCacheSecurityGroup: unexpected,
      deleteCacheSecurityGroup: unexpected,
      authorizeIngress: unexpected,
      revokeIngress: unexpected,
      authorizeVpcIngress: unexpected,
      revokeVpcIngress: unexpected,
      replaceCacheGroups: unexpected,
      ...methods,
    },
    {
      record: async (entry) => {
        entries.push(entry);
      },
    },
    async ({ profile }) => (profile === "dev" ? "arn:dev" : undefined),
  );
  return { aws, entries };
}

describe("recording changes", () => {
  it("notes who did what where, and how it ended", async () => {
    const { aws, entries } = recording({
      authorizeIngress: async () => succeeded({ group }, "own"),
      deleteCacheSecurityGroup: async () => succeeded(undefined, "last"),
    });
    const before = new Date().toISOString();
    const outcome = await aws.authorizeIngress(target, ingress);
    assert.ok(outcome.ok && outcome.value.group === group, "the outcome is passed on");
    await aws.deleteCacheSecurityGroup({ ...target, profile: "other" }, "mygroup");
    const [first, second] = entries;
    assert.ok(first && second && before <= first.time && first.time <= second.time);
    assert.deepEqual(first, {
      time: first.time,
      target,
      caller: "arn:dev",
      action: "AuthorizeCacheSecurityGroupIngress",
      what: input,
      outcome: "done",
      requestId: "own",
    });
    assert.deepEqual(second, {
      time: second.time,
      target: { profile: "other", region: "us-west-2" },
      action: "DeleteCacheSecurityGroup",
      what: { CacheSecurityGroupName: "mygroup" },
      outcome: "done",
      requestId: "last",
    });
  });

  it("tells what was so already from what failed, and keeps no message", async () => {
    const { aws, entries } = recording({
      authorizeIngress: async () => refused("alreadyAuthorized"),
      revokeIngress: async () => refused("notFound"),
    });
    await aws.authorizeIngress(target, ingress);
    await aws.revokeIngress(target, ingress);
    await aws.createCacheSecurityGroup(target, { name: "new", description: "why" });
    await aws.replaceCacheGroups(target, { cache: { kind: "serverless", id: "cart" }, groupIds: ["sg-1"] });
    assert.deepEqual(
      entries.map(({ action, outcome, failure, requestId }) => [action, outcome, failure?.kind, requestId]),
      [
        ["AuthorizeCacheSecurityGroupIngress", "unchanged", undefined, "r"],
        ["RevokeCacheSecurityGroupIngress", "failed", "notFound", "r"],
        ["CreateCacheSecurityGroup", "failed", "unexpected", "r"],
        ["ModifyServerlessCache", "failed", "unexpected", "r"],
      ],
    );
    assert.doesNotMatch(JSON.stringify(entries), /SECRET/);
  });

  it("notes no look", async () => {
    const { aws, entries } = recording({});
    await aws.describeCacheSecurityGroup();
    await aws.listCacheSecurityGroups();
    assert.deepEqual(entries, []);
  });
});
