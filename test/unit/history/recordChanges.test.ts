import assert from "node:assert/strict";
import type { Failure } from "../../../src/core/failures/failures";
import type { HistoryEntry } from "../../../src/core/history";
import { failed, type Outcome, succeeded } from "../../../src/core/outcome";
import { cacheSecurityGroupRequests } from "../../../src/core/requests/cacheSecurityGroups";
import { cacheRequests } from "../../../src/core/requests/caches";
import type { ApiRequest } from "../../../src/core/requests/request";
import { recordChanges } from "../../../src/history/recordChanges";

const target = { profile: "dev", region: "us-west-2" };
const ingress = {
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
const authorize = cacheSecurityGroupRequests.authorize(ingress);
const refused = (kind: Failure["kind"]) =>
  failed({ kind, code: "Code", message: "AKIASECRET told", requestId: "r" });

/** Sends changes that end as the test says, and keeps what is recorded of them. */
function recording() {
  const entries: HistoryEntry[] = [];
  const journal = {
    record: async (entry: HistoryEntry) => {
      entries.push(entry);
    },
  };
  const around = recordChanges(journal, async ({ profile }) => (profile === "dev" ? "arn:dev" : undefined));
  const send = <T>(request: ApiRequest, outcome: Outcome<T>, profile = "dev") =>
    around({ ...target, profile }, request, async () => outcome);
  return { send, entries };
}

describe("recording changes", () => {
  it("notes who did what where, and how it ended", async () => {
    const { send, entries } = recording();
    const before = new Date().toISOString();
    const answer = succeeded({ group: "mygroup" }, "own");
    assert.equal(await send(authorize, answer), answer, "the outcome is passed on");
    await send(cacheSecurityGroupRequests.delete("mygroup"), succeeded(undefined, "last"), "other");
    const [first, second] = entries;
    assert.ok(first && second && before <= first.time && first.time <= second.time);
    assert.deepEqual(first, {
      time: first.time,
      target,
      caller: "arn:dev",
      action: "AuthorizeCacheSecurityGroupIngress",
      what: {
        CacheSecurityGroupName: "mygroup",
        EC2SecurityGroupName: "default",
        EC2SecurityGroupOwnerId: "565419523791",
      },
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
    const { send, entries } = recording();
    await send(authorize, refused("alreadyAuthorized"));
    await send(cacheSecurityGroupRequests.revoke(ingress), refused("notFound"));
    await send(
      cacheRequests.replaceGroups({ cache: { kind: "serverless", id: "cart" }, groupIds: ["sg-1"] }),
      refused("unexpected"),
    );
    assert.deepEqual(
      entries.map(({ action, outcome, failure, requestId }) => [action, outcome, failure?.kind, requestId]),
      [
        ["AuthorizeCacheSecurityGroupIngress", "unchanged", undefined, "r"],
        ["RevokeCacheSecurityGroupIngress", "failed", "notFound", "r"],
        ["ModifyServerlessCache", "failed", "unexpected", "r"],
      ],
    );
    assert.doesNotMatch(JSON.stringify(entries), /SECRET/);
  });
});
