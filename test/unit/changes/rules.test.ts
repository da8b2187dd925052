import assert from "node:assert/strict";
import type { Verdict } from "../../../src/changes/change";
import type { RuleItem } from "../../../src/changes/revokeQuestion";
import { authorizeRules, revokeRules } from "../../../src/changes/rules";
import type { RulesItem } from "../../../src/changes/rulesItem";
import type { Failure } from "../../../src/core/failures/failures";
import { failed, type Outcome, succeeded } from "../../../src/core/outcome";
import type { VpcIngress } from "../../../src/core/rules/ipPermission";
import type { Rule, RuleContent } from "../../../src/core/rules/rule";
import { ruleFrom } from "../../support/caches";
import { cluster, target } from "../support/account";
import { ChangedAccount } from "../support/accountServices";

const denied: Failure = { kind: "accessDenied", message: "May not" };
const expired: Failure = { kind: "credentials", message: "The keys have expired" };

/** A rule's content: whom it lets in, on the cache's port. */
function content(source: string, port = 6379): RuleContent {
  const { id: _, groupId: __, tags: ___, ...rest } = ruleFrom(source, port);
  return rest;
}

const there = (source: string, more: Partial<Rule> = {}): Rule => ({
  ...ruleFrom(source, 6379, 6379, "tcp", "sg-a"),
  id: `sgr-${source}`,
  ...more,
});

const wanted = (...sources: readonly string[]): RulesItem => ({
  ...target,
  ...{ groupId: "sg-a", tags: {}, tagsAreWanted: false },
  rules: sources.map((source) => content(source)),
});

const known = (source: string, rule: Rule | undefined = there(source)): RuleItem => ({
  ...target,
  ...{ groupId: "sg-a", ruleId: `sgr-${source}` },
  ...(rule ? { rule } : {}),
});

/** An account whose group has these rules, or does not tell; and the dry runs it was asked. */
function account(
  rules: readonly Rule[] | Failure = [],
  permit: (ingress: VpcIngress) => Outcome<undefined> = () => succeeded(undefined),
) {
  const changed = new ChangedAccount();
  changed.clusters = succeeded([
    cluster("one", ["sg-a"]),
    cluster("two", ["sg-a"]),
    cluster("three", ["sg-b"]),
  ]);
  changed.rules = async () => ("kind" in rules ? failed(rules) : succeeded(rules));
  const dryRuns: VpcIngress[] = [];
  changed.api = {
    dryRunAuthorizeVpcIngress: async (_, ingress) => {
      dryRuns.push(ingress);
      return permit(ingress);
    },
  };
  return { changed, dryRuns, ...changed.services() };
}

const sources = (rules: readonly RuleContent[] | undefined) =>
  rules?.map(({ source }) => ("cidr" in source ? source.cidr : source.kind));

describe("the look before rules are made", () => {
  it("leaves out those that are there, and asks for the permission of the others", async () => {
    const { services, dryRuns } = account([there("10.0.0.0/8"), there("10.2.0.0/16", { groupId: "sg-b" })]);
    const item = { ...wanted("10.0.0.0/8", "10.2.0.0/16"), tags: { team: "shop" } };
    const [judged] = await authorizeRules(services).look([item]);
    assert.deepEqual(judged?.verdict, { kind: "toDo" });
    assert.deepEqual(sources(judged?.item.rules), ["10.2.0.0/16"]);
    assert.deepEqual(
      dryRuns.map(({ groupId, rules, tags }) => [groupId, sources(rules), tags]),
      [["sg-a", ["10.2.0.0/16"], { team: "shop" }]],
    );
    assert.deepEqual([judged?.item.isPermitted, judged?.item.tags], [true, { team: "shop" }]);
  });

  it("asks for no permission where all are there, or where it was asked for already", async () => {
    const { services, dryRuns } = account([there("10.0.0.0/8")]);
    const [all, permitted] = await authorizeRules(services).look([
      wanted("10.0.0.0/8"),
      { ...wanted("10.0.0.0/8", "10.2.0.0/16"), isPermitted: true },
    ]);
    assert.deepEqual(all?.verdict, {
      kind: "alreadySo",
      why: "There already",
      answer: [there("10.0.0.0/8")],
    });
    assert.deepEqual(
      [permitted?.verdict, sources(permitted?.item.rules)],
      [{ kind: "toDo" }, ["10.2.0.0/16"]],
    );
    assert.deepEqual(dryRuns, []);
  });

  for (const [failure, verdict] of [
    [denied, { kind: "notKnown", failure: denied }],
    [expired, { kind: "impossible", failure: expired }],
  ] as const) {
    it(`that fails with ${failure.kind} comes to ${verdict.kind}, with all rules still to be made`, async () => {
      const { services, dryRuns } = account(failure);
      const [judged] = await authorizeRules(services).look([wanted("10.0.0.0/8")]);
      assert.deepEqual([judged?.verdict, judged?.item.rules.length, dryRuns.length], [verdict, 1, 1]);
    });
  }

  it("is impossible where the dry run is refused", async () => {
    const { services } = account([], () => failed(denied));
    const [judged] = await authorizeRules(services).look([wanted("10.0.0.0/8")]);
    assert.deepEqual(judged?.verdict, { kind: "impossible", failure: denied });
    assert.equal(judged?.item.isPermitted, undefined);
  });

  for (const tagsAreWanted of [false, true]) {
    it(`where tags alone may not be set ${tagsAreWanted ? "is impossible where they were asked for" : "makes them without"}`, async () => {
      const { services } = account([], ({ tags }) =>
        tags === undefined ? succeeded(undefined) : failed(denied),
      );
      const item = { ...wanted("10.0.0.0/8"), tags: { team: "shop" }, tagsAreWanted };
      const [judged] = await authorizeRules(services).look([item]);
      assert.equal(judged?.verdict.kind, tagsAreWanted ? "impossible" : "toDo");
      assert.deepEqual(judged?.item.tags, tagsAreWanted ? { team: "shop" } : {});
    });
  }
});

describe("the look before a rule is revoked", () => {
  function verdict(found: Verdict | undefined): string {
    switch (found?.kind) {
      case "toDo":
        return found.changed ?? "toDo";
      case "alreadySo":
        return `${found.why}: ${found.missing?.code}, ${found.missing?.message}`;
      default:
        return `${found?.kind}: ${found?.failure.message}`;
    }
  }
  const named = there("10.0.0.0/8", { description: "Office" });

  for (const [what, rules, item, expected, rule] of [
    ["is as it was read", [named], known("10.0.0.0/8"), "toDo", named],
    ["nobody has read before", [named], { ...known("10.0.0.0/8"), rule: undefined }, "toDo", named],
    [
      "was changed",
      [there("10.9.0.0/16", { id: "sgr-10.0.0.0/8" })],
      known("10.0.0.0/8"),
      "sgr-10.0.0.0/8 was changed: it now lets in 10.9.0.0/16 on tcp 6379",
      there("10.9.0.0/16", { id: "sgr-10.0.0.0/8" }),
    ],
    [
      "is not there",
      [there("10.9.0.0/16")],
      known("10.0.0.0/8"),
      "It is not there: InvalidSecurityGroupRuleId.NotFound, There is no rule sgr-10.0.0.0/8 in sg-a in us-west-2. Nothing was changed",
      there("10.0.0.0/8"),
    ],
    [
      "cannot be told from those without ids",
      [there("10.9.0.0/16", { id: undefined }), there("10.8.0.0/16")],
      known("10.0.0.0/8"),
      "notKnown: Profile dev may not do ec2:DescribeSecurityGroupRules in us-west-2, so the rule's ID is not known. Nothing was changed",
      there("10.0.0.0/8"),
    ],
    ["may not be read", denied, known("10.0.0.0/8"), "notKnown: May not", there("10.0.0.0/8")],
    [
      "cannot be read with these keys",
      expired,
      known("10.0.0.0/8"),
      "impossible: The keys have expired",
      there("10.0.0.0/8"),
    ],
  ] as const) {
    it(`of one that ${what} finds ${expected}`, async () => {
      const { services } = account(rules);
      const { rule: read, ...unread } = item;
      const [judged] = await revokeRules(services).look([read ? item : unread]);
      assert.equal(verdict(judged?.verdict), expected);
      assert.deepEqual(judged?.item.rule, rule);
    });
  }

  it("that finds it gone keeps what it said, which is what it was revoked as", async () => {
    const { services } = account([]);
    const [judged] = await revokeRules(services).look([known("10.0.0.0/8")]);
    assert.deepEqual(judged?.verdict.kind === "alreadySo" && judged.verdict.answer, there("10.0.0.0/8"));
  });
});

describe("rules that are sent", () => {
  it("are made in their group with their tags, and shown", async () => {
    const { changed, services, shown } = account();
    const asked: unknown[] = [];
    const made = [there("10.0.0.0/8")];
    changed.api = {
      authorizeVpcIngress: async (...given) => {
        asked.push(given);
        return succeeded({ rules: made });
      },
    };
    await services.state.vpc.load(target);
    const change = authorizeRules(services);
    const item = { ...wanted("10.0.0.0/8"), tags: { team: "shop" } };
    assert.deepEqual(await change.send(item), succeeded(made));
    assert.deepEqual(asked, [[target, { groupId: "sg-a", rules: item.rules, tags: { team: "shop" } }]]);
    assert.deepEqual(services.state.vpc.rules(target, "sg-a"), made);
    assert.deepEqual(await change.end(item, made), {
      severity: "information",
      text: "10.0.0.0/8 on tcp 6379 is let in by name of sg-a in us-west-2 (dev)",
      canUndo: true,
    });
    assert.deepEqual(shown, ["vpcSecurityGroup dev us-west-2 cluster one sg-a"]);
    await change.end({ ...item, cache: { kind: "cluster", id: "two" } }, made);
    assert.deepEqual(shown.slice(1), ["vpcSecurityGroup dev us-west-2 cluster two sg-a"]);
  });

  it("that no known cache is reached through are told by their group, by name where it is known, and no row is shown before", async () => {
    const { services, shown } = account();
    const change = authorizeRules(services);
    const nowhere = await change.end(wanted("10.0.0.0/8", "10.2.0.0/16"), [
      there("10.0.0.0/8"),
      there("10.2.0.0/16"),
    ]);
    assert.equal(
      nowhere?.text,
      "10.0.0.0/8 on tcp 6379, 10.2.0.0/16 on tcp 6379 is let in by sg-a in us-west-2 (dev)",
    );
    assert.deepEqual(shown, []);
    await services.state.vpc.load(target);
    const named = await change.end(wanted("10.0.0.0/8"), [there("10.0.0.0/8")]);
    assert.match(named?.text ?? "", /is let in by name of sg-a in/);
  });

  for (const failure of [undefined, denied]) {
    it(`are revoked by their id, ${failure ? "or the failure is given" : "and not shown any more"}`, async () => {
      const { changed, services } = account([there("10.0.0.0/8")]);
      const asked: unknown[] = [];
      changed.api = {
        revokeVpcIngress: async (...given) => {
          asked.push(given);
          return failure ? failed(failure) : succeeded(undefined);
        },
      };
      await services.state.vpc.load(target);
      const item = known("10.0.0.0/8");
      assert.deepEqual(
        await revokeRules(services).send(item),
        failure ? failed(failure) : succeeded(item.rule),
      );
      assert.deepEqual(asked, [[target, item]]);
      assert.equal(services.state.vpc.rules(target, "sg-a")?.length, failure ? 1 : 0);
    });
  }

  it("are known to be found, by whomever they were made, where the answer was lost", async () => {
    const { changed, services } = account();
    const made = [there("10.0.0.0/8")];
    const answer = { ok: true, value: { rules: made }, requestId: "r-1", found: true } as const;
    changed.api = { authorizeVpcIngress: async () => answer };
    assert.deepEqual(await authorizeRules(services).send(wanted("10.0.0.0/8")), { ...answer, value: made });
  });

  it("that cannot be made are not made, and the failure is given", async () => {
    const { changed, services } = account();
    changed.api = { authorizeVpcIngress: async () => failed(denied) };
    assert.deepEqual(await authorizeRules(services).send(wanted("10.0.0.0/8")), failed(denied));
  });

  it("are so already by the failure that says so, and sent again while AWS is busy", () => {
    const { services } = account();
    const kinds = ["alreadyAuthorized", "notFound", "throttled", "invalidState"] as const;
    const [make, revoke] = [authorizeRules(services), revokeRules(services)];
    const those = (is: (failure: Failure) => boolean) => kinds.filter((kind) => is({ kind, message: "" }));
    assert.deepEqual([those(make.alreadySo), those(revoke.alreadySo)], [["alreadyAuthorized"], ["notFound"]]);
    assert.deepEqual(those(make.isPassing), ["throttled", "invalidState"]);
    assert.deepEqual(those(revoke.isPassing), ["throttled", "invalidState"]);
  });
});

describe("the words of changes of rules", () => {
  const { services } = account();
  const [make, revoke] = [authorizeRules(services), revokeRules(services)];
  const unknown: Rule = { ...there("10.0.0.0/8"), source: { kind: "unknown" } };

  it("name the command, and count what is being done", () => {
    assert.deepEqual(
      [make, revoke].map(({ command, title, done, undone, doing }) => [
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
            "authorizeVpcIngress",
            "Authorize VPC Ingress",
            "authorized",
            "somebody has made the same rule again",
          ],
          ...["Authorizing in 1 security group", "Authorizing in 2 security groups"],
        ],
        [
          ...["revokeVpcIngress", "Revoke VPC Ingress", "revoked", "somebody has revoked it already"],
          ...["Revoking 1 rule", "Revoking 2 rules"],
        ],
      ],
    );
  });

  it("say of one that it was so already, by the group's name where it is known", async () => {
    assert.equal(
      make.unchanged(wanted("10.0.0.0/8", "10.2.0.0/16")),
      "10.0.0.0/8 on tcp 6379, 10.2.0.0/16 on tcp 6379 was let in by sg-a already",
    );
    const named = account();
    await named.services.state.vpc.load(target);
    assert.match(authorizeRules(named.services).unchanged(wanted("10.0.0.0/8")), /by name of sg-a already$/);
    assert.equal(revoke.unchanged(known("10.0.0.0/8")), "sgr-10.0.0.0/8 is not in sg-a any more");
  });

  it("say of one that it is revoked, and whether it can be made again", async () => {
    const item = known("10.0.0.0/8");
    assert.deepEqual(await revoke.end(item, item.rule), {
      severity: "information",
      text: "10.0.0.0/8 on tcp 6379 is revoked from sg-a in us-west-2 (dev)",
      canUndo: true,
    });
    const { rule: _, ...unread } = item;
    const end = await revoke.end(unread, undefined);
    assert.deepEqual(
      [end?.text, end?.canUndo],
      ["sgr-10.0.0.0/8 is revoked from sg-a in us-west-2 (dev)", false],
    );
    assert.equal((await revoke.end(item, unknown))?.canUndo, false, "of a kind that is not known here");
  });

  it("are equal for the same rules of a group in any order, and for no others", () => {
    assert.equal(
      make.key(wanted("10.0.0.0/8", "10.2.0.0/16")),
      make.key(wanted("10.2.0.0/16", "10.0.0.0/8")),
    );
    const others = [
      wanted("10.0.0.0/8"),
      wanted("10.2.0.0/16"),
      wanted("10.0.0.0/8", "10.2.0.0/16"),
      { ...wanted("10.0.0.0/8"), groupId: "sg-b" },
      { ...wanted("10.0.0.0/8"), profile: "prod" },
    ];
    assert.equal(new Set(others.map(make.key)).size, 5);
    assert.deepEqual(others.map(make.scope), ["sg-a", "sg-a", "sg-a", "sg-b", "sg-a"]);
    const rules = [
      known("10.0.0.0/8"),
      known("10.2.0.0/16"),
      { ...known("10.0.0.0/8"), groupId: "sg-b" },
      { ...known("10.0.0.0/8"), profile: "prod" },
    ];
    assert.equal(new Set(rules.map(revoke.key)).size, 4);
    assert.equal(new Set(rules.map(revoke.scope)).size, 3, "of each rule, whichever profile it is");
  });

  it("have what names them in results, and what was made in the API's shape", () => {
    assert.deepEqual(make.fields(wanted("10.0.0.0/8")), {
      ...{ ...target, securityGroupId: "sg-a" },
      rules: ["10.0.0.0/8 on tcp 6379"],
    });
    assert.deepEqual(revoke.fields(known("10.0.0.0/8")), {
      ...{ ...target, securityGroupId: "sg-a" },
      securityGroupRuleId: "sgr-10.0.0.0/8",
    });
    const answered = make.value(wanted("10.0.0.0/8"), [there("10.0.0.0/8")]);
    assert.ok(Array.isArray(answered) && answered[0]?.SecurityGroupRuleId === "sgr-10.0.0.0/8");
    assert.equal(revoke.value(known("10.0.0.0/8"), undefined), undefined);
  });

  const params = { cidrIp: "10.0.0.0/8", ipProtocol: "tcp", fromPort: 6379, toPort: 6379 };

  it("have what it takes to make them anew for the journal, and to copy the first", () => {
    const item = { ...wanted("10.0.0.0/8"), tags: { team: "shop" }, tagsAreWanted: true };
    const kept = {
      ...{ ...target, securityGroupId: "sg-a", rules: [params] },
      ...{ tags: { team: "shop" }, tagsAreWanted: true },
    };
    assert.deepEqual(make.kept?.(item), kept);
    assert.deepEqual(make.kept?.({ ...item, cache: { kind: "cluster", id: "one" } }), {
      ...kept,
      ...{ cacheKind: "cluster", cacheId: "one" },
    });
    assert.deepEqual(make.copy?.(item), { ...target, securityGroupId: "sg-a", ...params });
    assert.equal(make.copy?.(wanted()), undefined);
  });

  it("have what it takes to make a revoked rule anew for the journal, where it can be", () => {
    const fields = revoke.fields(known("10.0.0.0/8"));
    const rule = there("10.0.0.0/8", { tags: { team: "shop" } });
    assert.deepEqual(revoke.kept?.(known("10.0.0.0/8", rule)), {
      ...fields,
      rule: { ...params, securityGroupRuleId: "sgr-10.0.0.0/8" },
      tags: { team: "shop" },
    });
    assert.deepEqual(revoke.kept?.(known("10.0.0.0/8", unknown)), fields);
    const { rule: _, ...unread } = known("10.0.0.0/8");
    assert.deepEqual(revoke.kept?.(unread), fields);
  });

  it("revoke what was made to take it back, by the ids that were answered", () => {
    const item = wanted("10.0.0.0/8", "10.2.0.0/16");
    const withoutId = there("10.2.0.0/16", { id: undefined });
    assert.deepEqual(
      make
        .undo?.([{ item, answer: [there("10.0.0.0/8"), withoutId] }])
        .into(({ command }, items) => [command, items]),
      ["revokeVpcIngress", [known("10.0.0.0/8")]],
    );
  });

  it("make anew what was revoked to take it back, with its description and tags, where it can be made", () => {
    const rule = there("10.0.0.0/8", { tags: { team: "shop" }, description: "Office" });
    const item = known("10.0.0.0/8", rule);
    const made = [
      { item, answer: rule },
      { item, answer: undefined },
      { item, answer: unknown },
    ];
    assert.deepEqual(
      revoke.undo?.(made).into(({ command }, items) => [command, items]),
      [
        "authorizeVpcIngress",
        [
          {
            ...target,
            ...{ groupId: "sg-a", tags: { team: "shop" }, tagsAreWanted: false, isRemade: true },
            rules: [{ ...content("10.0.0.0/8"), description: "Office" }],
          },
        ],
      ],
    );
  });
});
