import assert from "node:assert/strict";
import { attachSecurityGroup } from "../../../src/commands/attachSecurityGroup";
import { authorizeMany } from "../../../src/commands/authorizeMany";
import { deleteCacheSecurityGroup } from "../../../src/commands/deleteCacheSecurityGroup";
import { planVpcRules } from "../../../src/commands/planVpcRules";
import { revokeIngress } from "../../../src/commands/revokeIngress";
import { revokeVpcIngress } from "../../../src/commands/revokeVpcIngress";
import type { ConfirmQuestion, Message } from "../../../src/ui/ui";
import { CommandWorld } from "../../support/commandWorld";
import { type Scripted, ScriptedUi } from "../../support/scriptedUi";
import { until } from "../../support/until";
import { contractCases, modifyRule } from "./contractCases";
import { ContractUi } from "./contractUi";
import { stateOfAws } from "./stateOfAws";

const classic = { profile: "sandbox-classic", region: "us-west-2" };
const vpc = { profile: "sandbox-vpc", region: "us-west-2" };
const self = "123456781234";

/** Does something while a modal is open, then says yes. */
class Interrupted extends ScriptedUi {
  readonly questions: ConfirmQuestion[] = [];
  readonly #meanwhile: (nth: number) => Promise<void>;

  constructor(meanwhile: (nth: number) => Promise<void>, ...script: readonly Scripted[]) {
    super(...script);
    this.#meanwhile = meanwhile;
  }

  override async confirm(question: ConfirmQuestion): Promise<boolean> {
    this.questions.push(question);
    await this.#meanwhile(this.questions.length);
    return true;
  }
}

/** What review found by running it, each with what is right. */
describe("a change", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  const casesOf = (id: string) => contractCases[id] ?? assert.fail(id);
  const ended = (ui: { readonly messages: readonly Message[] }, count: number) =>
    until(() => ui.messages.length >= count, `${count} messages`);

  it("of five planned rules is undone in a protected profile after one question, with one message", async () => {
    const params = await casesOf("planVpcRules").prepare(world);
    const before = await stateOfAws(world, classic);
    world.settings = { ...world.settings, protectedProfiles: [classic.profile] };
    const { confirmed: _, ...asked } = params;
    const ui = new ContractUi({ accept: true }, { confirm: true });
    assert.equal((await world.run(planVpcRules, asked, ui)).outcome, "done");
    await ended(ui, 1);
    ui.pressUndo();
    await ended(ui, 2);
    assert.deepEqual([ui.guards, ui.messages.length], [2, 2]);
    assert.deepEqual(await stateOfAws(world, classic), before);
  });

  it("is not made where read-only mode is turned on while the modal of Attach is open", async () => {
    const { confirmed: _, ...params } = await casesOf("attachSecurityGroup").prepare(world);
    const sent = world.changes().length;
    const ui = new Interrupted(async () => {
      world.settings = { ...world.settings, readOnly: true };
    });
    const result = await world.run(attachSecurityGroup, params, ui);
    assert.ok(result.outcome === "failed" && result.failure.kind === "readOnly", JSON.stringify(result));
    assert.equal(world.changes().length, sent);
  });

  for (const [words, id] of [
    ["grants", "authorizeMany"],
    ["planned rules", "planVpcRules"],
    ["rules", "authorizeVpcIngress"],
  ] as const) {
    it(`of several ${words} is undone but for the one that somebody else has revoked, and says so`, async () => {
      const contract = casesOf(id);
      const prepared = contract.several
        ? { ...(await contract.several(world)).params, cidrIp: "192.0.2.0/24" }
        : await contract.prepare(world);
      const command = {
        authorizeMany,
        planVpcRules,
        authorizeVpcIngress: (await import("../../../src/commands/authorizeVpcIngress")).authorizeVpcIngress,
      }[id];
      const before = await stateOfAws(world, contract.target);
      const ui = new ContractUi();
      assert.equal((await world.run(command, prepared, ui)).outcome, "done");
      await ended(ui, 1);
      await revokeOneOfThem(before, contract.target);
      ui.pressUndo();
      await ended(ui, 2);
      const { text = "", severity } = ui.messages[1] ?? {};
      assert.match(text, /^Revoke (?:VPC )?Ingress: \d+ revoked, 1 already revoked$/);
      assert.equal(severity, "information");
      await until(
        async () => JSON.stringify(await stateOfAws(world, contract.target)) === JSON.stringify(before),
        "everything else is taken back",
      );
    });
  }

  /** Takes away one of the grants or rules that were not there before, by somebody else's hand. */
  async function revokeOneOfThem(before: unknown, target: typeof classic): Promise<void> {
    const aws = await world.services.aws();
    const text = JSON.stringify(before);
    const mygroup = await aws.describeCacheSecurityGroup(target, "mygroup");
    const [grant] = mygroup.ok
      ? mygroup.value.grants.filter(({ ec2SecurityGroupName: name }) => name === "default")
      : [];
    if (grant) {
      const settled = () =>
        until(async () => {
          const now = await aws.describeCacheSecurityGroup(target, "mygroup");
          return now.ok && now.value.grants.every(({ status }) => status === "authorized");
        }, "the grants settle");
      await settled();
      assert.ok((await aws.revokeIngress(target, { cacheSecurityGroupName: "mygroup", ...grant })).ok);
      await settled();
      return;
    }
    const ids = [...text.matchAll(/sg-[0-9a-f]{8,17}/g)].map(([id]) => id);
    const rules = await aws.describeVpcRules(target, [...new Set(ids)]);
    const made = rules.ok
      ? rules.value.find(
          ({ description, source }) =>
            description === "As cache security group mygroup" ||
            (source.kind === "cidrIp" && source.cidr === "192.0.2.0/24"),
        )
      : undefined;
    assert.ok(made?.id);
    assert.ok((await aws.revokeVpcIngress(target, { groupId: made.groupId, ruleId: made.id })).ok);
  }

  it("of several rules leaves alone the one that was changed under its id, also by Undo", async () => {
    const { params } = (await casesOf("authorizeVpcIngress").several?.(world)) ?? assert.fail();
    const { authorizeVpcIngress } = await import("../../../src/commands/authorizeVpcIngress");
    const ui = new ContractUi();
    assert.equal(
      (await world.run(authorizeVpcIngress, { ...params, cidrIp: "192.0.2.0/24" }, ui)).outcome,
      "done",
    );
    await ended(ui, 1);
    const aws = await world.services.aws();
    const caches = world.services.state.caches.get(vpc).value ?? [];
    const ids = [
      ...new Set(caches.flatMap(({ securityGroups }) => (securityGroups ?? []).map(({ id }) => id))),
    ];
    const office = async () => {
      const rules = await aws.describeVpcRules(vpc, ids);
      return (rules.ok ? rules.value : []).filter(
        ({ source }) => source.kind === "cidrIp" && /^192\.0\.(?:2|7)\./.test(source.cidr),
      );
    };
    const changed = (await office()).find(({ toPort }) => toPort !== 6380) ?? assert.fail();
    await modifyRule(world, changed.groupId, changed.id ?? "", "192.0.7.0/24");
    ui.pressUndo();
    await ended(ui, 2);
    assert.deepEqual(
      (await office()).map(({ id }) => id),
      [changed.id],
    );
    assert.match(ui.messages[1]?.text ?? "", /^Revoke VPC Ingress: 1 revoked, 1 failed \(changed since\)$/);
  });

  it("by the id of a rule that was changed since it was read is refused, and says what it is now", async () => {
    const params = await casesOf("revokeVpcIngress").prepare(world);
    const { securityGroupId = "", securityGroupRuleId = "" } = params as {
      securityGroupId?: string;
      securityGroupRuleId?: string;
    };
    await world.services.state.vpc.refresh(vpc);
    await modifyRule(world, securityGroupId, securityGroupRuleId, "10.30.7.0/24");
    const sent = world.changes().length;
    const result = await world.run(revokeVpcIngress, params);
    assert.ok(result.outcome === "failed" && result.failure.kind === "changedSince", JSON.stringify(result));
    assert.match(result.failure.message, /10\.30\.7\.0\/24.*Nothing was sent$/);
    assert.equal(world.changes().length, sent);
    // Who has seen what it is now may revoke it.
    assert.equal((await world.run(revokeVpcIngress, params)).outcome, "done");
  });

  it("from a row asks about the rule as it is now, and makes that one again by Undo", async () => {
    const { confirmed: _, ...params } = await casesOf("revokeVpcIngress").prepare(world);
    const { securityGroupId = "", securityGroupRuleId = "" } = params as {
      securityGroupId?: string;
      securityGroupRuleId?: string;
    };
    await modifyRule(world, securityGroupId, securityGroupRuleId, "10.30.7.0/24");
    const before = await stateOfAws(world, vpc);
    const ui = new ContractUi({ confirm: true });
    assert.equal((await world.run(revokeVpcIngress, params, ui)).outcome, "done");
    assert.match(ui.asked[0]?.title ?? "", /10\.30\.7\.0\/24/);
    await ended(ui, 1);
    ui.pressUndo();
    await until(
      async () => JSON.stringify(await stateOfAws(world, vpc)) === JSON.stringify(before),
      "the rule is made again as it was",
    );
  });

  it("of a plan is not made for a grant that somebody has revoked since it was read", async () => {
    const params = await casesOf("planVpcRules").prepare(world);
    const aws = await world.services.aws();
    const gone = {
      cacheSecurityGroupName: "mygroup",
      ec2SecurityGroupName: "app-1",
      ec2SecurityGroupOwnerId: self,
    };
    assert.ok((await aws.revokeIngress(classic, gone)).ok);
    const result = await world.run(planVpcRules, params);
    assert.ok(
      "value" in result &&
        typeof result.value === "object" &&
        result.value !== null &&
        "made" in result.value,
    );
    assert.equal((result.value.made as readonly unknown[]).length, 2, JSON.stringify(result));
  });

  it("of a plan is not made for a grant that is revoked while its modal is open", async () => {
    const { confirmed: _, ...params } = await casesOf("planVpcRules").prepare(world);
    const gone = {
      cacheSecurityGroupName: "mygroup",
      ec2SecurityGroupName: "app-1",
      ec2SecurityGroupOwnerId: self,
    };
    const ui = new Interrupted(
      async (nth) => {
        if (nth === 1) {
          assert.ok((await (await world.services.aws()).revokeIngress(classic, gone)).ok);
        }
      },
      { accept: true },
    );
    const result = await world.run(planVpcRules, params, ui);
    assert.deepEqual(
      ui.questions.map(({ message }) => message),
      ["Make 3 rules?", "Make 2 rules?"],
    );
    assert.equal(result.outcome, "failed", "the one that could not be made is told");
    assert.equal(world.changes().filter((action) => action === "AuthorizeSecurityGroupIngress").length, 2);
  });

  it("that deletes a group asks anew where somebody was let in while its modal was open", async () => {
    const { confirmed: _, ...params } = await casesOf("deleteCacheSecurityGroup").prepare(world);
    const ui = new Interrupted(
      async (nth) => {
        if (nth === 1) {
          const ingress = {
            cacheSecurityGroupName: "made",
            ec2SecurityGroupName: "late",
            ec2SecurityGroupOwnerId: self,
          };
          assert.ok((await (await world.services.aws()).authorizeIngress(classic, ingress)).ok);
        }
      },
      { input: "made" },
    );
    await world.run(deleteCacheSecurityGroup, params, ui);
    assert.match(ui.questions[0]?.detail ?? "", /^It lets nobody in/);
    assert.match(ui.questions[1]?.detail ?? "", /^It goes with its grant: late of 123456781234/);
  });

  it("that deletes a group by params is refused where somebody was let in since it was read", async () => {
    const params = await casesOf("deleteCacheSecurityGroup").prepare(world);
    const ingress = {
      cacheSecurityGroupName: "made",
      ec2SecurityGroupName: "late",
      ec2SecurityGroupOwnerId: self,
    };
    assert.ok((await (await world.services.aws()).authorizeIngress(classic, ingress)).ok);
    const result = await world.run(deleteCacheSecurityGroup, params);
    assert.ok(result.outcome === "failed" && result.failure.kind === "changedSince", JSON.stringify(result));
    assert.match(result.failure.message, /^made lets in late of 123456781234 now/);
  });

  it("with an empty name sends nothing, and names the field in one spelling", async () => {
    const params = { ...(await casesOf("revokeIngress").prepare(world)), ec2SecurityGroupName: "" };
    const sent = world.sandbox.requests.length;
    const result = await world.run(revokeIngress, params);
    assert.ok(result.outcome === "failed" && result.failure.field === "ec2SecurityGroupName");
    assert.equal(world.sandbox.requests.length, sent);
  });

  it("of many teaches the recent sources as one does", async () => {
    const learnt: string[] = [];
    Object.assign(world.services, {
      recent: { all: () => [], add: async ({ name }: { readonly name: string }) => void learnt.push(name) },
    });
    await world.run(authorizeMany, await casesOf("authorizeMany").prepare(world));
    assert.deepEqual(learnt.sort(), ["default", "web-servers"]);
  });
});
