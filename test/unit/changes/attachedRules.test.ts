import assert from "node:assert/strict";
import { whatAttachingOpens } from "../../../src/changes/attachedRules";
import type { Failure } from "../../../src/core/failures/failures";
import { failed, type Outcome, succeeded } from "../../../src/core/outcome";
import type { Rule } from "../../../src/core/rules/rule";
import { ruleFrom } from "../../support/caches";
import { cluster, target } from "../support/account";
import { ChangedAccount } from "../support/accountServices";

const general = "Whatever the rules of the group let in gets to reach this cache.";
const denied: Failure = { kind: "accessDenied", message: "It may not read name of sg-new. Nothing else." };
const opened =
  "be open to whatever can route to the VPC: its own network, peered ones, VPN and transit gateways. Not the internet.";
const nameless = async () => succeeded([]);

/** A rule from a block, or from a source of a kind that came after this was written. */
function ruleOf(source: string, groupId: string): Rule {
  const rule = ruleFrom(source, 6379, 6379, "tcp", groupId);
  return source === unknown ? { ...rule, source: { kind: "unknown" } } : rule;
}
const unknown = "unknown";

/** What comes of attaching sg-new to the cache `one`, whose group is sg-a: whom each lets in, by their sources. */
async function attached(
  rules: Readonly<Record<string, readonly string[] | Failure>>,
  { groupIds = ["sg-new"], cacheId = "one", prepare = (_: ChangedAccount) => {} } = {},
): Promise<readonly string[]> {
  const account = new ChangedAccount();
  account.clusters = succeeded([cluster("one", ["sg-a"]), cluster("two", ["sg-new", "sg-b"])]);
  account.rules = async (ids): Promise<Outcome<readonly Rule[]>> => {
    const read: Rule[] = [];
    for (const id of ids) {
      const sources = rules[id] ?? [];
      if ("kind" in sources) {
        return failed(sources);
      }
      read.push(...sources.map((source) => ruleOf(source, id)));
    }
    return succeeded(read);
  };
  prepare(account);
  const items = groupIds.map((groupId) => ({
    ...{ ...target, groupId },
    cache: { kind: "cluster", id: cacheId } as const,
  }));
  const { services } = account.services();
  await services.state.caches.load(target);
  return whatAttachingOpens(items, services);
}

describe("what attaching a group comes to", () => {
  it("is that its rules hold for the cache too, said once of several groups", async () => {
    assert.deepEqual(await attached({ "sg-new": ["10.0.0.0/8"] }), [general]);
    const several = { groupIds: ["sg-new", "sg-b"] };
    assert.deepEqual(await attached({ "sg-new": ["10.0.0.0/8"] }, several), [general]);
  });

  it("is that the cache will be open, by the rules of that group alone", async () => {
    assert.deepEqual(await attached({ "sg-new": ["0.0.0.0/1", "10.0.0.0/8", "128.0.0.0/1"] }), [
      "name of sg-new lets in 0.0.0.0/1 on tcp 6379, 128.0.0.0/1 on tcp 6379.",
      `one will ${opened}`,
    ]);
  });

  it("is told by the group's ID where its name is not known", async () => {
    const prepare = (account: ChangedAccount) => {
      account.groups = nameless;
    };
    const [first] = await attached({ "sg-new": ["0.0.0.0/0"] }, { prepare });
    assert.equal(first, "sg-new lets in 0.0.0.0/0 on tcp 6379.");
  });

  it("is nothing new where the cache is open already, by whichever group", async () => {
    const already = "one is open already.";
    assert.deepEqual(await attached({ "sg-a": ["0.0.0.0/0"] }), [general, already]);
    assert.deepEqual(await attached({ "sg-a": ["0.0.0.0/0"], "sg-new": ["0.0.0.0/0"] }), [
      "name of sg-new lets in 0.0.0.0/0 on tcp 6379.",
      already,
    ]);
  });

  it("is that it may be open where whom the group lets in is of a kind that nobody knows here", async () => {
    assert.deepEqual(await attached({ "sg-new": [unknown] }), [general, `one may ${opened}`]);
  });

  it("is not known where it was not before", async () => {
    const notKnown = "Whether one is open is not known.";
    assert.deepEqual(await attached({ "sg-a": [unknown], "sg-new": ["10.0.0.0/8"] }), [general, notKnown]);
  });

  it("is not known where the group's rules cannot be read, and why", async () => {
    assert.deepEqual(await attached({ "sg-new": denied }), [
      "What name of sg-new lets in is not known, and it may be everybody. It may not read name of sg-new.",
    ]);
  });

  it("is told in general of a cache that is not known, or whose list cannot be read", async () => {
    assert.deepEqual(await attached({ "sg-new": ["0.0.0.0/0"] }, { cacheId: "gone" }), [general]);
    const prepare = (account: ChangedAccount) => {
      account.clusters = failed(denied);
    };
    assert.deepEqual(await attached({ "sg-new": ["0.0.0.0/0"] }, { prepare }), [general]);
  });

  it("is the same for a cache that has no group yet", async () => {
    const prepare = (account: ChangedAccount) => {
      account.clusters = succeeded([cluster("one", [])]);
    };
    const [, comes] = await attached({ "sg-new": ["0.0.0.0/0"] }, { prepare });
    assert.equal(comes, `one will ${opened}`);
  });
});
