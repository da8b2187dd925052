import assert from "node:assert/strict";
import type { MembershipItem } from "../../../src/changes/membershipItem";
import { type Direction, membershipQuestion } from "../../../src/changes/membershipQuestion";
import { attachGroups, detachGroups } from "../../../src/changes/memberships";
import type { CacheName } from "../../../src/core/caches/cache";
import type { Failure } from "../../../src/core/failures/failures";
import { failed, succeeded } from "../../../src/core/outcome";
import { until } from "../../support/until";
import { cluster, target } from "../support/account";
import { ChangedAccount } from "../support/accountServices";

const one: CacheName = { kind: "cluster", id: "one" };
const item = (groupId: string, cache = one): MembershipItem => ({ ...target, cache, groupId });
const denied: Failure = { kind: "accessDenied", message: "May not look" };

/** An account of a cache in these groups. */
function account(...groups: readonly string[]) {
  const changed = new ChangedAccount();
  changed.clusters = succeeded([cluster("one", groups), cluster("two", ["sg-b"])]);
  return { changed, ...changed.services() };
}

describe("the look before a membership changes", () => {
  const five = ["sg-1", "sg-2", "sg-3", "sg-4", "sg-5"];
  const changed = (...now: readonly string[]) =>
    `toDo: The security groups of one are ${now.join(", ")} by now`;

  for (const [direction, has, groupId, read, verdict, after] of [
    ["attach", ["sg-a"], "sg-new", undefined, "toDo", ["sg-a", "sg-new"]],
    ["attach", ["sg-a"], "sg-a", undefined, "alreadySo", ["sg-a"]],
    ["attach", ["sg-a"], "sg-new", ["sg-a"], "toDo", ["sg-a", "sg-new"]],
    ["attach", ["sg-a", "sg-b"], "sg-new", ["sg-a"], changed("sg-a", "sg-b"), ["sg-a", "sg-b", "sg-new"]],
    ["attach", five, "sg-new", undefined, "impossible: securityGroupId", undefined],
    ["detach", ["sg-a", "sg-b"], "sg-b", undefined, "toDo", ["sg-a"]],
    ["detach", ["sg-a", "sg-b"], "sg-b", ["sg-b", "sg-a"], "toDo", ["sg-a"]],
    ["detach", ["sg-a", "sg-b"], "sg-b", ["sg-b"], changed("sg-a", "sg-b"), ["sg-a"]],
    ["detach", ["sg-a"], "sg-new", undefined, "alreadySo", ["sg-a"]],
    ["detach", ["sg-a"], "sg-a", undefined, "impossible: securityGroupId", undefined],
  ] as const) {
    it(`to ${direction} ${groupId} of ${has.join(" ")}, read as ${read?.join(" ")}, is ${verdict}`, async () => {
      const { services } = account(...has);
      const change = direction === "attach" ? attachGroups(services) : detachGroups(services);
      const [judged] = await change.look([{ ...item(groupId), ...(read ? { before: read } : {}) }]);
      const found = judged?.verdict;
      assert.equal(
        found?.kind === "impossible"
          ? `impossible: ${found.failure.field}`
          : found?.kind === "toDo" && found.changed
            ? `toDo: ${found.changed}`
            : found?.kind,
        verdict,
      );
      assert.deepEqual(judged?.item.after, after);
      assert.deepEqual(judged?.item.before, after ? has : read);
      if (found?.kind === "alreadySo") {
        assert.deepEqual([found.why, found.answer], ["It is so", after]);
      }
    });
  }

  it("reads the caches anew, once for those of a target", async () => {
    const { changed, services } = account("sg-a");
    const attach = attachGroups(services);
    const two: CacheName = { kind: "cluster", id: "two" };
    await attach.look([item("sg-new"), item("sg-new", two)]);
    changed.clusters = succeeded([cluster("one", ["sg-a", "sg-new"]), cluster("two", ["sg-b"])]);
    const judged = await attach.look([item("sg-new"), item("sg-new", two)]);
    assert.deepEqual(
      judged.map(({ verdict }) => verdict.kind),
      ["alreadySo", "toDo"],
    );
  });

  it("is impossible of a cache that cannot be read, and of one that is not there", async () => {
    const { changed, services } = account("sg-a");
    const [missing] = await attachGroups(services).look([item("sg-new", { kind: "cluster", id: "gone" })]);
    assert.equal(missing?.verdict.kind === "impossible" && missing.verdict.failure.kind, "notFound");
    changed.clusters = failed(denied);
    changed.replicationGroups = failed(denied);
    changed.serverless = failed(denied);
    const [unread] = await attachGroups(services).look([item("sg-new")]);
    assert.deepEqual(unread?.verdict, { kind: "impossible", failure: denied });
  });
});

describe("a membership that is sent", () => {
  for (const outcome of [succeeded(undefined), failed(denied)]) {
    it(`replaces the list of the cache, and ${outcome.ok ? "has the rules of its groups read" : "says why it does not"}`, async () => {
      const { changed, services } = account("sg-a");
      const asked: unknown[] = [];
      changed.api = {
        replaceCacheGroups: async (...given) => {
          asked.push(given);
          return outcome;
        },
      };
      const answer = await attachGroups(services).send({ ...item("sg-new"), after: ["sg-a", "sg-new"] });
      assert.deepEqual(asked, [[target, { cache: one, groupIds: ["sg-a", "sg-new"] }]]);
      assert.deepEqual(answer, outcome.ok ? succeeded(["sg-a", "sg-new"]) : outcome);
      if (outcome.ok) {
        await until(() => services.state.vpc.isAsked(target), "the groups are read");
      }
      assert.equal(services.state.vpc.isAsked(target), outcome.ok);
    });
  }

  it("is never so already by a failure, and is sent again while AWS is busy", () => {
    const { alreadySo, isPassing } = attachGroups(account().services);
    const kinds = ["alreadyExists", "notFound", "invalidState", "throttled"] as const;
    assert.ok(!kinds.some((kind) => alreadySo({ kind, message: "" })));
    assert.deepEqual(
      kinds.filter((kind) => isPassing({ kind, message: "" })),
      ["invalidState", "throttled"],
    );
  });
});

describe("the words of changes of memberships", () => {
  const { services } = account("sg-a", "sg-b");
  const [attach, detach] = [attachGroups(services), detachGroups(services)];
  before(() => services.state.vpc.load(target));

  it("name the command, and count what is being done", () => {
    assert.deepEqual(
      [attach, detach].map(({ command, title, done, undone, doing }) => [
        command,
        title,
        done,
        undone,
        doing(1),
        doing(2),
      ]),
      [
        [
          ...[
            "attachSecurityGroup",
            "Attach VPC Security Group",
            "attached",
            "somebody has attached it again",
          ],
          ...["Attaching 1 security group", "Attaching 2 security groups"],
        ],
        [
          ...[
            "detachSecurityGroup",
            "Detach VPC Security Group",
            "detached",
            "somebody has detached it already",
          ],
          ...["Detaching 1 security group", "Detaching 2 security groups"],
        ],
      ],
    );
  });

  it("say of one that it was so already, by the group's name where it is known", () => {
    assert.equal(attach.unchanged(item("sg-a")), "one already has name of sg-a");
    assert.equal(detach.unchanged(item("sg-new")), "one does not have sg-new");
  });

  it("say which groups the cache has by now", async () => {
    assert.deepEqual(await attach.end(item("sg-b"), ["sg-a", "sg-b"]), {
      severity: "information",
      text: "one in us-west-2 (dev) now has the security groups sg-a, sg-b",
      canUndo: true,
    });
    const end = await detach.end(item("sg-b"), ["sg-a"]);
    assert.equal(end?.text, "one in us-west-2 (dev) now has the security group sg-a");
  });

  it("are equal for the same group of the same cache, and fail together with those of the cache", () => {
    const two: CacheName = { kind: "cluster", id: "two" };
    const others = [item("sg-a"), item("sg-b"), item("sg-a", two), { ...item("sg-a"), profile: "prod" }];
    assert.equal(new Set(others.map(attach.key)).size, 4);
    assert.deepEqual(others.map(attach.scope), ["cluster/one", "cluster/one", "cluster/two", "cluster/one"]);
  });

  it("have what names a membership in results, and the groups as the value", () => {
    const { fields, value } = attach;
    assert.deepEqual(fields({ ...item("sg-a"), before: [], after: [] }), {
      ...{ ...target, cacheKind: "cluster", cacheId: "one" },
      securityGroupId: "sg-a",
    });
    assert.deepEqual(value(item("sg-a"), ["sg-a"]), ["sg-a"]);
  });

  it("are each the way back of the other, from the groups that were answered", () => {
    for (const [change, way] of [
      [attach, "detachSecurityGroup"],
      [detach, "attachSecurityGroup"],
    ] as const) {
      const made = { item: { ...item("sg-b"), before: ["sg-a"], after: [] }, answer: ["sg-a", "sg-b"] };
      assert.deepEqual(
        change.undo?.([made]).into(({ command }, items) => [command, items]),
        [way, [{ ...item("sg-b"), before: ["sg-a", "sg-b"] }]],
      );
    }
  });

  const asked = (direction: Direction, ...items: readonly MembershipItem[]) =>
    membershipQuestion(
      items.map((each) => ({ item: each, verdict: { kind: "toDo" } })),
      direction,
      services,
    );

  it("show the list of one cache before and after, and what comes of it", async () => {
    const change = { ...item("sg-b"), before: ["sg-a"], after: ["sg-a", "sg-b", "sg-new"] };
    assert.deepEqual(await asked("attach", change), {
      message: "Attach name of sg-b (sg-b) to one?",
      detail: [
        "Before: name of sg-a (sg-a)",
        "After: name of sg-a (sg-a), name of sg-b (sg-b), sg-new",
        "Whatever the rules of the group let in gets to reach this cache.",
        "us-west-2, profile dev",
      ].join("\n"),
      action: "Attach",
    });
    const { message, action, detail } = await asked("detach", change);
    assert.deepEqual([message, action], ["Detach name of sg-b (sg-b) from one?", "Detach"]);
    assert.match(detail, /\nWhat only the rules of this group let in will not reach the cache any more\.\n/);
  });

  it("show the lists of several caches one below the other", async () => {
    const two: CacheName = { kind: "cluster", id: "two" };
    const question = await asked(
      "detach",
      { ...item("sg-new"), before: ["sg-a", "sg-new"], after: ["sg-a"] },
      { ...item("sg-new", two), before: ["sg-new"], after: [] },
    );
    assert.deepEqual(question, {
      message: "Detach 2 security groups?",
      detail: [
        "one (us-west-2, profile dev)",
        "Before: name of sg-a (sg-a), sg-new",
        "After: name of sg-a (sg-a)",
        "two (us-west-2, profile dev)",
        "Before: sg-new",
        "After: ",
        "What only the rules of this group let in will not reach the cache any more.",
      ].join("\n"),
      action: "Detach",
    });
    const questions = await Promise.all(
      [attach, detach].map(({ question: ask }) =>
        ask?.([{ item: item("sg-a"), verdict: { kind: "toDo" } }], []),
      ),
    );
    assert.deepEqual(
      questions.map((each) => each?.action),
      ["Attach", "Detach"],
    );
  });
});
