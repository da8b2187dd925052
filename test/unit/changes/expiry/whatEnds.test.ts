import assert from "node:assert/strict";
import { authorizeGrants, revokeGrants } from "../../../../src/changes/grants";
import { authorizeRules, revokeRules } from "../../../../src/changes/rules";
import type { RulesItem } from "../../../../src/changes/rulesItem";
import type { CacheSecurityGroup } from "../../../../src/core/cacheSecurityGroups/cacheSecurityGroup";
import { momentWords } from "../../../../src/core/expiry/endWords";
import { type End, expiryTags } from "../../../../src/core/expiry/expiry";
import { failed, type Outcome, succeeded } from "../../../../src/core/outcome";
import { target } from "../../support/account";
import { denied, EndsAccount, hour, inAnHour, lost, noon, ruleThatEnds } from "../../support/endsAccount";
import { missing } from "../../support/scriptedScheduler";

const at = noon + hour;
const end: End = { at, by: "sweep" };
const expiry = { at: "2026-11-27T13:00:00.000Z", by: "sweep" };
const words = `expires ${momentWords(at)}: this extension revokes it when it is next used`;

describe("a grant with an end", () => {
  const grant = { ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: "565419523791" };
  const endless = { ...target, ...grant, cacheSecurityGroupName: "mygroup" };
  const item = { ...endless, expires: inAnHour };
  const group = (status?: string): CacheSecurityGroup => ({
    ...{ name: "mygroup", description: "", ownerId: "123456781234" },
    grants: status === undefined ? [] : [{ ...grant, status }],
  });

  function world(answer: Outcome<CacheSecurityGroup> = succeeded(group("authorizing"))) {
    const account = new EndsAccount();
    account.cacheSecurityGroups = [group()];
    account.settled = { end: "settled", grant: { ...grant, status: "authorized" } };
    const send = async () => (answer.ok ? succeeded({ group: answer.value }) : answer);
    account.api = { authorizeIngress: send, revokeIngress: send };
    const { services } = account.services();
    return { account, services, make: authorizeGrants(services), revoke: revokeGrants(services) };
  }

  it("is told with it, and gives it to whoever asked", async () => {
    const { make } = world();
    assert.equal(make.expiry?.(item, group()), undefined, "it is not made yet");
    await make.send(item);
    assert.deepEqual(make.expiry?.(item, group()), expiry);
    assert.equal(make.expiry?.(endless, group()), undefined);
    const told = await make.end(item, group());
    assert.deepEqual(told, {
      ...{ severity: "information", canUndo: true },
      text: "default of account 565419523791 is authorized in mygroup in us-west-2 (dev)",
      besides: `. It ${words}`,
    });
    assert.equal((await make.end(endless, group()))?.besides, undefined);
  });

  it("that was found made is ours with it", async () => {
    const { account, make } = world(failed(lost));
    await make.send(item);
    assert.equal(make.expiry?.(item, group()), undefined);
    const found = group("authorized");
    assert.equal(await make.found?.(item, found), found);
    assert.deepEqual(make.expiry?.(item, group()), expiry);
    assert.equal(account.remembered.length, 1);
  });

  it("is not made where the look tells that the end is over", async () => {
    const { make } = world();
    const [judged] = await make.look([{ ...item, expires: { kind: "at", at: noon } }]);
    assert.equal(judged?.verdict.kind === "impossible" && judged.verdict.failure.field, "expires");
  });

  it("is made anew by the journal with the end that was asked for", () => {
    const { make } = world();
    assert.deepEqual(make.kept?.(item), { ...endless, expires: "PT1H" });
    assert.deepEqual(make.kept?.(endless), endless);
  });

  it("is forgotten once it is revoked, or found gone, and not where that is refused", async () => {
    for (const [answer, isForgotten] of [
      [succeeded(group()), true],
      [failed(missing), true],
      [failed(denied), false],
    ] as const) {
      const { account, make, revoke, services } = world();
      await make.send(item);
      account.api = { revokeIngress: async () => (answer.ok ? succeeded({ group: answer.value }) : answer) };
      await revoke.send(endless);
      assert.equal(services.expiry.ofGrant(item) === undefined, isForgotten);
    }
  });

  it("that is revoked is made again with the end that it had", async () => {
    const { account, make, revoke } = world();
    await make.send(item);
    account.cacheSecurityGroups = [group("authorized")];
    const [judged] = await revoke.look([endless]);
    assert.deepEqual(judged, { item: { ...endless, end }, verdict: { kind: "toDo" } });
    const back = (revoked: typeof endless) =>
      revoke.undo?.([{ item: revoked, answer: group() }]).into((way, items) => [way.command, items]);
    assert.deepEqual(back(judged?.item ?? assert.fail()), [
      "authorizeIngress",
      [{ ...endless, isRemade: true, expires: { kind: "at", at } }],
    ]);
    assert.deepEqual(back(endless), ["authorizeIngress", [{ ...endless, isRemade: true }]]);
  });
});

describe("rules with an end", () => {
  const { id: _, groupId: __, tags: ___, ...content } = ruleThatEnds(1);
  const endless: RulesItem = {
    ...{ ...target, groupId: "sg-a", rules: [content], tags: { team: "shop" } },
    tagsAreWanted: false,
  };
  const item: RulesItem = { ...endless, expires: inAnHour };

  /** A group without rules, where the dry run answers by the tags. */
  function world(mayTag = true, mayAuthorize = true) {
    const account = new EndsAccount();
    account.rules = async () => succeeded([...account.scheduler.rules.values()]);
    const tagged: object[] = [];
    account.api = {
      dryRunAuthorizeVpcIngress: async (_, { tags }) => {
        tagged.push(tags ?? {});
        const isAllowed = mayAuthorize && (mayTag || Object.keys(tags ?? {}).length === 0);
        return isAllowed ? succeeded(undefined) : failed(denied);
      },
      revokeVpcIngress: async (_, { ruleId }) =>
        account.scheduler.rules.delete(ruleId) ? succeeded(undefined) : failed(missing),
    };
    const { services } = account.services();
    return { account, services, tagged, make: authorizeRules(services), revoke: revokeRules(services) };
  }

  it("are asked for with the tags of some end, and may have them", async () => {
    const { make, tagged } = world();
    const [judged] = await make.look([item]);
    assert.deepEqual(judged, {
      item: { ...item, isPermitted: true, mayTag: true },
      verdict: { kind: "toDo" },
    });
    assert.deepEqual(tagged.map(Object.keys), [["team", expiryTags.expires, expiryTags.by]]);
  });

  it("are made without any where tags are refused: this window alone knows of their end", async () => {
    const { make } = world(false);
    const [judged] = await make.look([item]);
    const known = { ...item, tags: {}, isPermitted: true, mayTag: false };
    assert.deepEqual(judged, { item: known, verdict: { kind: "toDo" } });
    const made = await make.send(known);
    assert.equal(made.ok && make.expiry?.(known, made.value)?.by, "session");
  });

  it("are impossible where they are refused, or their end is over", async () => {
    const refused = await world(true, false).make.look([item]);
    assert.deepEqual(refused[0]?.verdict, { kind: "impossible", failure: denied });
    const { make, tagged } = world();
    const [over] = await make.look([{ ...item, expires: { kind: "at", at: noon } }]);
    assert.equal(over?.verdict.kind === "impossible" && over.verdict.failure.field, "expires");
    assert.deepEqual(tagged, []);
  });

  it("are asked for again where the permission that is known is not for an end", async () => {
    const { make, tagged } = world();
    const asked = [
      ...[
        { ...endless, isPermitted: true },
        { ...item, isPermitted: true, mayTag: true },
      ],
      { ...item, isPermitted: true },
    ];
    for (const each of asked) {
      await make.look([each]);
    }
    assert.equal(tagged.length, 1, "for the last of them");
  });

  it("are told with it, and give it to whoever asked", async () => {
    const { make } = world();
    const made = await make.send(item);
    const rules = made.ok ? made.value : assert.fail();
    assert.deepEqual(make.expiry?.(item, rules), { ...expiry, ruleIds: ["sgr-made-1"] });
    assert.deepEqual(await make.end(item, rules), {
      ...{ severity: "information", canUndo: true },
      text: "10.1.0.0/16 on tcp 6379 is let in by sg-a in us-west-2 (dev)",
      besides: `. It ${words}`,
    });
  });

  it("that were found made are ours by their tags", async () => {
    const { make, account } = world();
    const ours = [ruleThatEnds(1, end)];
    assert.deepEqual(await make.found?.(item, ours), ours);
    assert.equal(account.remembered.length, 1);
    assert.equal(await make.found?.(item, [ruleThatEnds(1)]), undefined);
  });

  it("are made anew by the journal with the end that was asked for", () => {
    const { make } = world();
    const kept = (each: RulesItem) => Object(make.kept?.(each)).expires;
    assert.deepEqual([kept(item), kept(endless)], ["PT1H", undefined]);
  });

  it("are forgotten once they are revoked, or found gone, and not where that is refused", async () => {
    for (const [title, isForgotten] of [
      ["revoked", true],
      ["gone", true],
      ["refused", false],
    ] as const) {
      const { account, make, revoke, services } = world();
      await make.send(item);
      if (title === "gone") {
        account.scheduler.rules.clear();
      } else if (title === "refused") {
        account.api = { revokeVpcIngress: async () => failed(denied) };
      }
      await revoke.send({ ...target, groupId: "sg-a", ruleId: "sgr-made-1" });
      assert.equal(services.expiry.rule(target, "sgr-made-1") === undefined, isForgotten, title);
    }
  });

  it("that are revoked are made again with the end that they had, and no tags of the old one", async () => {
    const { account, revoke, services } = world();
    const rule = ruleThatEnds(1, end, { tags: { team: "shop", ...ruleThatEnds(1, end).tags } });
    account.scheduler.rules.set("sgr-1", rule);
    const named = { ...target, groupId: "sg-a", ruleId: "sgr-1" };
    const [judged] = await revoke.look([named]);
    assert.deepEqual(judged?.item.end, end);
    const remade = { ...endless, isRemade: true };
    const back = (each: typeof named & { readonly end?: End }, answer = rule) =>
      revoke.undo?.([{ item: each, answer }]).into((way, items) => [way.command, items]);
    const exactly = (time: number) => ({ kind: "at", at: time });
    assert.deepEqual(back(named), ["authorizeVpcIngress", [{ ...remade, expires: exactly(at) }]]);
    const later = { ...named, end: { at: at + 1, by: "session" } as const };
    assert.deepEqual(back(later), ["authorizeVpcIngress", [{ ...remade, expires: exactly(at + 1) }]]);
    const plain = { ...rule, tags: { team: "shop" } };
    assert.deepEqual(back(named, plain), ["authorizeVpcIngress", [remade]]);
    services.expiry.keepForSession({ ...named, at });
    account.scheduler.rules.set("sgr-1", plain);
    const [alone] = await revoke.look([named]);
    assert.deepEqual(alone?.item.end, { at, by: "session" });
  });
});
