import assert from "node:assert/strict";
import type { Judged } from "../../../src/changes/change";
import { type RuleItem, revokeQuestion } from "../../../src/changes/revokeQuestion";
import { revokeRules } from "../../../src/changes/rules";
import type { CacheCluster } from "../../../src/core/caches/cacheParts";
import type { Failure } from "../../../src/core/failures/failures";
import { failed, succeeded } from "../../../src/core/outcome";
import type { Rule } from "../../../src/core/rules/rule";
import { ruleFrom } from "../../support/caches";
import { cluster, target } from "../support/account";
import { ChangedAccount } from "../support/accountServices";

const denied: Failure = { kind: "accessDenied", message: "May not" };
const rule = (source: string, port = 6379): Rule => ({
  ...ruleFrom(source, port, port, "tcp", "sg-a"),
  id: `sgr-${source}`,
});

/** A rule to be revoked, as a look has found it. */
function judged(source: string, more: Partial<RuleItem> = {}): Judged<RuleItem, Rule | undefined> {
  const item = { ...target, groupId: "sg-a", ruleId: `sgr-${source}`, rule: rule(source), ...more };
  return { item, verdict: { kind: "toDo" } };
}

/** The services of an account with these caches, whose groups were read. */
async function account(...clusters: readonly CacheCluster[]) {
  const changed = new ChangedAccount();
  changed.clusters = succeeded(clusters);
  const { services } = changed.services();
  await services.state.vpc.load(target);
  return { changed, services };
}

const reached = [cluster("one", ["sg-a"]), cluster("two", ["sg-a"]), cluster("three", ["sg-b"])];

describe("the question before one rule is revoked", () => {
  it("names the rule, the group, and every cache that it closes", async () => {
    const { services } = await account(...reached);
    const question = {
      message: "Revoke 10.0.0.0/8 on tcp 6379 from name of sg-a?",
      detail:
        "10.0.0.0/8 will no longer reach one and two through this rule. Other rules may still let the same source in (us-west-2, profile dev).",
      action: "Revoke",
    };
    assert.deepEqual(revokeQuestion([judged("10.0.0.0/8")], services), question);
    assert.deepEqual(revokeRules(services).question?.([judged("10.0.0.0/8")], []), question);
  });

  for (const [what, clusters, port, words] of [
    ["no cache is reached", [cluster("three", ["sg-b"])], 6379, "No cache here is reached through it."],
    ["no cache answers on its port", reached, 22, "No cache here is reached through it."],
    [
      "the ports of a cache are not known",
      [cluster("one", ["sg-a"], { endpoints: [] })],
      6379,
      "Which caches are reached through it is not known.",
    ],
  ] as const) {
    it(`says that ${what}`, async () => {
      const { services } = await account(...clusters);
      const { detail } = revokeQuestion([judged("10.0.0.0/8", { rule: rule("10.0.0.0/8", port) })], services);
      assert.ok(detail.startsWith(words), detail);
    });
  }

  it("says that nobody knows which caches it closes where they, or some of them, could not be read", async () => {
    const words = /^Which caches are reached through it is not known\./;
    const { services: unread } = new ChangedAccount().services();
    assert.match(revokeQuestion([judged("10.0.0.0/8")], unread).detail, words);
    assert.equal(
      revokeQuestion([judged("10.0.0.0/8")], unread).message,
      "Revoke 10.0.0.0/8 on tcp 6379 from sg-a?",
    );
    const { changed, services } = await account(cluster("three", ["sg-b"]));
    changed.serverless = failed(denied);
    await services.state.caches.refresh(target);
    assert.match(revokeQuestion([judged("10.0.0.0/8")], services).detail, words);
  });

  it("says of the caches that it names that they may not be all, where some could not be read", async () => {
    const { changed, services } = await account(...reached);
    changed.serverless = failed(denied);
    await services.state.caches.refresh(target);
    assert.match(
      revokeQuestion([judged("10.0.0.0/8")], services).detail,
      /will no longer reach one and two through this rule, and perhaps others, of which not all is known\./,
    );
  });

  it("says that Undo cannot make it again where its source is of a kind not known here", async () => {
    const { services } = await account(...reached);
    const odd: Rule = { ...rule("10.0.0.0/8"), source: { kind: "unknown" } };
    assert.match(
      revokeQuestion([judged("10.0.0.0/8", { rule: odd })], services).detail,
      / Undo cannot make it again: its source is of a kind not known here \(us-west-2, profile dev\)\.$/,
    );
  });

  it("says what could not be read: what it says by now, or what it says at all", async () => {
    const { services } = await account(...reached);
    const { item } = judged("10.0.0.0/8");
    const { rule: _, ...unread } = item;
    const verdict = { kind: "notKnown", failure: denied } as const;
    assert.deepEqual(revokeQuestion([{ item, verdict }], services), {
      message: "Revoke 10.0.0.0/8 on tcp 6379 from name of sg-a?",
      detail: "What it says by now could not be read (us-west-2, profile dev).",
      action: "Revoke",
    });
    assert.deepEqual(revokeQuestion([{ item: unread, verdict }], services), {
      message: "Revoke the rule sgr-10.0.0.0/8 from name of sg-a?",
      detail: "What it says could not be read, so it cannot be made again by Undo (us-west-2, profile dev).",
      action: "Revoke",
    });
  });
});

describe("the question before several rules are revoked", () => {
  it("names each, below its target", async () => {
    const { services } = await account(...reached);
    const { rule: _, ...unread } = judged("10.2.0.0/16").item;
    const question = revokeQuestion(
      [
        judged("10.0.0.0/8"),
        { item: unread, verdict: { kind: "notKnown", failure: denied } },
        judged("10.3.0.0/16", { groupId: "sg-far", region: "eu-west-1" }),
      ],
      services,
    );
    assert.deepEqual(question, {
      message: "Revoke 3 rules from 2 security groups?",
      detail: [
        "These will not let anybody in any more:",
        "",
        "us-west-2, profile dev:",
        "• 10.0.0.0/8 on tcp 6379, from name of sg-a",
        "• sgr-10.2.0.0/16, from name of sg-a",
        "eu-west-1, profile dev:",
        "• 10.3.0.0/16 on tcp 6379, from sg-far",
      ].join("\n"),
      action: "Revoke",
    });
  });
});
