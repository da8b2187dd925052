import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Failure } from "../../../src/core/failures/failures";
import { entriesOf } from "../../../src/core/journal/entriesOf";
import type { JournalLine } from "../../../src/core/journal/journalLine";
import { failed, type Outcome, succeeded } from "../../../src/core/outcome";
import { cacheSecurityGroupRequests } from "../../../src/core/requests/cacheSecurityGroups";
import { cacheRequests } from "../../../src/core/requests/caches";
import type { ApiRequest } from "../../../src/core/requests/request";
import { OwnWindow } from "../../../src/history/ownWindow";
import { recordChanges } from "../../../src/history/recordChanges";
import { until } from "../../support/until";

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
  const lines: JournalLine[] = [];
  const journal = {
    window: new OwnWindow(path.join(tmpdir(), "elasticache-access-nowhere\0", "history")),
    write: async (line: JournalLine) => {
      lines.push(line);
    },
  };
  const around = recordChanges(journal, async ({ profile }) => (profile === "dev" ? "arn:dev" : undefined));
  const send = <T>(request: ApiRequest, outcome: Outcome<T>, profile = "dev") =>
    around({ ...target, profile }, request, async () => {
      const [last] = lines.slice(-1);
      assert.ok(last && "line" in last && last.line === "sent", "it is written down before it is sent");
      return outcome;
    });
  const entries = () => entriesOf(lines, () => true);
  return { send, entries, lines };
}

describe("recording changes", () => {
  it("notes who did what where, and how it ended", async () => {
    const { send, entries } = recording();
    const before = new Date().toISOString();
    const answer = succeeded({ group: "mygroup" }, "own");
    assert.equal(await send(authorize, answer), answer, "the outcome is passed on");
    await send(cacheSecurityGroupRequests.delete("mygroup"), succeeded(undefined, "last"), "other");
    const [first, second] = entries();
    assert.ok(first && second && before <= first.time && first.time <= second.time);
    assert.match(first.id ?? "", /^[0-9a-f]{16}\.1$/);
    assert.deepEqual(first, {
      id: first.id,
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
      id: second.id,
      time: second.time,
      target: { profile: "other", region: "us-west-2" },
      action: "DeleteCacheSecurityGroup",
      what: { CacheSecurityGroupName: "mygroup" },
      outcome: "done",
      requestId: "last",
    });
  });

  it("tells what was so already from what failed, and keeps no message", async () => {
    const { send, entries, lines } = recording();
    await send(authorize, refused("alreadyAuthorized"));
    await send(cacheSecurityGroupRequests.revoke(ingress), refused("notFound"));
    await send(
      cacheRequests.replaceGroups({ cache: { kind: "serverless", id: "cart" }, groupIds: ["sg-1"] }),
      refused("unexpected"),
    );
    assert.deepEqual(
      entries().map(({ action, outcome, failure, requestId }) => [action, outcome, failure?.kind, requestId]),
      [
        ["AuthorizeCacheSecurityGroupIngress", "unchanged", undefined, "r"],
        ["RevokeCacheSecurityGroupIngress", "failed", "notFound", "r"],
        ["ModifyServerlessCache", "failed", "unexpected", "r"],
      ],
    );
    assert.doesNotMatch(JSON.stringify(lines), /SECRET/);
  });

  it("keeps a doubt, and codes and ids by their form alone", async () => {
    const { send, entries, lines } = recording();
    await send(authorize, failed({ kind: "network", code: "ECONNRESET", message: "m", inDoubt: true }));
    await send(authorize, failed({ kind: "network", code: "secret words", message: "m", requestId: "a b" }));
    assert.deepEqual(
      entries().map(({ outcome, failure }) => [outcome, failure]),
      [
        ["inDoubt", { kind: "network", code: "ECONNRESET" }],
        ["failed", { kind: "network" }],
      ],
    );
    assert.doesNotMatch(JSON.stringify(lines), /secret|a b/);
  });

  it("ends at once, and has the caller when STS tells it later", async () => {
    const lines: JournalLine[] = [];
    const write = async (line: JournalLine) => void lines.push(line);
    let tell = (_: string) => {};
    const later = new Promise<string>((resolve) => {
      tell = resolve;
    });
    const window = new OwnWindow(path.join(tmpdir(), "elasticache-access-nowhere\0", "history"));
    const around = recordChanges({ window, write }, () => later);
    await around(target, authorize, async () => succeeded(undefined));
    assert.deepEqual(
      entriesOf(lines, () => true).map(({ outcome, caller }) => [outcome, caller]),
      [["done", undefined]],
    );
    tell("arn:dev");
    await until(() => lines.length === 3, "the caller is written down");
    assert.equal(entriesOf(lines, () => true)[0]?.caller, "arn:dev");
  });
});
