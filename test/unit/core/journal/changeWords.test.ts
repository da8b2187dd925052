import assert from "node:assert/strict";
import { windowEnded } from "../../../../src/core/history";
import { agoWords } from "../../../../src/core/journal/agoWords";
import { changeWords, endWords } from "../../../../src/core/journal/changeWords";
import { isWhole, requestOf } from "../../../../src/core/journal/requestOf";
import { subjectKey, takesBack } from "../../../../src/core/journal/takesBack";
import { cacheSecurityGroupRequests } from "../../../../src/core/requests/cacheSecurityGroups";
import { cacheRequests } from "../../../../src/core/requests/caches";
import { securityGroupRequests } from "../../../../src/core/requests/securityGroups";

const ingress = {
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
const rules = [
  { source: { kind: "cidrIp", cidr: "10.0.0.0/16" }, protocol: "tcp", fromPort: 6379, toPort: 6379 },
  {
    source: { kind: "securityGroup", groupId: "sg-1", ownerId: "565419523791" },
    protocol: "tcp",
    fromPort: 6379,
    toPort: 6379,
  },
] as const;

/** Every request that changes something, with how the history is to name it and what it did. */
const requests = [
  [cacheSecurityGroupRequests.authorize(ingress), "default → mygroup", "authorized"],
  [cacheSecurityGroupRequests.revoke(ingress), "default → mygroup", "revoked"],
  [cacheSecurityGroupRequests.create({ name: "made", description: "why" }), "made", "created"],
  [cacheSecurityGroupRequests.delete("made"), "made", "deleted"],
  [securityGroupRequests.authorize({ groupId: "sg-2", rules }), "10.0.0.0/16, sg-1 → sg-2", "authorized"],
  [securityGroupRequests.revoke({ groupId: "sg-2", ruleId: "sgr-1" }), "sgr-1 of sg-2", "revoked"],
  [
    cacheRequests.replaceGroups({ cache: { kind: "cluster", id: "c" }, groupIds: ["sg-1", "sg-2"] }),
    "c",
    "VPC groups set to sg-1, sg-2",
  ],
  [
    cacheRequests.replaceGroups({ cache: { kind: "replicationGroup", id: "c" }, groupIds: ["sg-1"] }),
    "c",
    "VPC groups set to sg-1",
  ],
  [
    cacheRequests.replaceGroups({ cache: { kind: "serverless", id: "c" }, groupIds: ["sg-1"] }),
    "c",
    "VPC groups set to sg-1",
  ],
] as const;

const entryOf = ({ action, input }: { readonly action: string; readonly input: object }) => ({
  action,
  what: { ...input },
  time: "2026-11-03T14:05:12.345Z",
  target: { profile: "dev", region: "us-west-2" },
  outcome: "done" as const,
});

describe("how a change of the history ended", () => {
  for (const [outcome, failure, words] of [
    ["done", undefined, "created"],
    ["unchanged", undefined, "was so already"],
    ["underWay", undefined, "under way"],
    ["failed", undefined, "failed"],
    ["failed", { kind: "quota", code: "TooMany" }, "failed, TooMany"],
    ["inDoubt", undefined, "in doubt"],
    ["inDoubt", { kind: "network", code: "ECONNRESET" }, "in doubt, ECONNRESET"],
    ["inDoubt", { kind: windowEnded }, "in doubt, its window ended"],
  ] as const) {
    it(`is said: ${words}`, () => {
      const change = {
        action: "CreateCacheSecurityGroup",
        what: { CacheSecurityGroupName: "made" },
        outcome,
      };
      assert.equal(endWords(failure ? { ...change, failure } : change), words);
    });
  }
});

describe("a change of the history", () => {
  for (const [request, label, done] of requests) {
    it(`is named by what it was about: ${request.action}`, () => {
      const words = changeWords(entryOf(request));
      assert.deepEqual([words.label, words.done], [label, done]);
      assert.doesNotMatch(words.spoken, /→|\?/);
      const { service, action, input } = requestOf(entryOf(request));
      assert.deepEqual([service, action, input], [request.service, request.action, request.input]);
    });
  }

  it("of an operation that is not known is named as it is", () => {
    assert.deepEqual(changeWords({ action: "TagResource", what: { Name: "n", Tags: [] } }), {
      label: "n",
      spoken: "TagResource, n",
      done: "TagResource",
    });
    assert.equal(changeWords({ action: "toString", what: {} }).label, "toString");
  });

  it("with something missing is told as far as it is there", () => {
    assert.equal(changeWords({ action: "RevokeCacheSecurityGroupIngress", what: {} }).label, "? → ?");
  });

  it("says how it ended, in words that users know", () => {
    const { action, what } = entryOf(requests[0][0]);
    const end = (outcome: "failed" | "inDoubt" | "unchanged" | "underWay" | "done", failure?: object) =>
      endWords({
        action,
        what,
        outcome,
        ...(failure ? { failure: { kind: "accessDenied", ...failure } } : {}),
      });
    assert.deepEqual(
      [
        end("done"),
        end("unchanged"),
        end("underWay"),
        end("failed"),
        end("failed", { code: "AccessDenied" }),
      ],
      ["authorized", "was so already", "under way", "failed", "failed, AccessDenied"],
    );
    assert.equal(end("inDoubt", { kind: windowEnded }), "in doubt, its window ended");
    assert.equal(end("inDoubt", {}), "in doubt");
  });

  it("is whole unless a text of it was cut", () => {
    assert.ok(isWhole({ what: { a: "x".repeat(1_000) } }));
    assert.ok(!isWhole({ what: { a: [{ b: `${"x".repeat(1_000)}…` }] } }));
  });
});

describe("what takes a change back", () => {
  it("is the opposite command with its names, where these say all of it", () => {
    const params = { profile: "dev", region: "us-west-2", ...ingress };
    const ways = requests.map(([request]) => takesBack(entryOf(request)));
    assert.deepEqual(ways.slice(0, 3), [
      { command: "revokeIngress", params },
      { command: "authorizeIngress", params },
      {
        command: "deleteCacheSecurityGroup",
        params: { profile: "dev", region: "us-west-2", cacheSecurityGroupName: "made" },
      },
    ]);
    assert.deepEqual(ways.slice(3).filter(Boolean), []);
  });

  it("is nothing for what did not change anything", () => {
    const entry = entryOf(requests[0][0]);
    for (const outcome of ["unchanged", "failed", "inDoubt", "underWay"] as const) {
      assert.equal(takesBack({ ...entry, outcome }), undefined);
    }
  });

  it("is of the same subject as what it takes back", () => {
    const [authorize, revoke, create, remove] = requests.map(([request]) => subjectKey(entryOf(request)));
    assert.equal(authorize, revoke);
    assert.equal(create, remove);
    assert.notEqual(authorize, create);
  });
});

describe("how long ago something was", () => {
  const now = Date.parse("2026-11-03T14:00:00Z");
  for (const [seconds, words] of [
    [0, "just now"],
    [-30, "just now"],
    [59, "just now"],
    [60, "1 min ago"],
    [3_599, "59 min ago"],
    [3_600, "1 h ago"],
    [86_399, "23 h ago"],
    [86_400, "1 day ago"],
    [86_400 * 400, "400 days ago"],
  ] as const) {
    it(`is told in the largest unit that it fills: ${words} for ${seconds} seconds`, () => {
      assert.equal(agoWords(new Date(now - seconds * 1_000).toISOString(), now), words);
    });
  }

  it("is nothing for what is no time", () => {
    assert.equal(agoWords("yesterday", now), "");
  });
});
