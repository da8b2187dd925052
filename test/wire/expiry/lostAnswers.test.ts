import assert from "node:assert/strict";
import { AuthorizeSecurityGroupIngressCommand } from "@aws-sdk/client-ec2";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { authorizeMany } from "../../../src/commands/authorizeMany";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { finishChanges } from "../../../src/commands/finishChanges";
import type { Fault } from "../../../src/sandbox";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { until } from "../../support/until";
import { startKillableWindow } from "../support/killableWindow";
import { expiryIn, grant, hour, minute, Observer, pagesGroup, vpc } from "./endsWorld";

const cidrIp = "192.0.2.0/24";
const authorizeRule = "AuthorizeSecurityGroupIngress";
const authorizeGrant = "AuthorizeCacheSecurityGroupIngress";

/** The first attempt is carried out and not answered, and the next is refused: a look alone tells of it. */
const foundByLook = (action: string) => [
  { action, code: "@lost", times: 1 },
  { action, code: "AccessDenied" },
];
/** The retry is told that it is there already. */
const foundByRetry = (action: string) => [{ action, code: "@lost", times: 1 }];

describe("the end of a rule whose answer was lost, and which was found", () => {
  let world: CommandWorld;
  let observer: Observer;
  let onRules: () => Promise<void> = async () => undefined;

  async function begin(expiryRoles: Readonly<Record<string, string>> = {}): Promise<string> {
    onRules = async () => undefined;
    world = await CommandWorld.start({
      hold: async (action) => action === "DescribeSecurityGroupRules" && onRules(),
    });
    world.settings = { ...world.settings, expiryRoles };
    observer = new Observer(world);
    return pagesGroup(world);
  }
  afterEach(async () => {
    observer.close();
    await world.close();
  });
  /** A dry run asks by the same operation: the faults begin after it. */
  const authorize = (securityGroupId: string, ui?: ScriptedUi) =>
    world.run(authorizeVpcIngress, { ...vpc, securityGroupId, cidrIp, expires: "PT1H" }, ui);
  const afterDryRun = (faults: readonly Fault[]) => {
    const { sandbox, services } = world;
    const { aws } = services;
    let isAfter = false;
    Object.assign(services, {
      aws: async () => {
        if (!isAfter && sandbox.requests.some(({ code }) => code === "DryRunOperation")) {
          isAfter = true;
          sandbox.setFaults(faults);
        }
        return aws();
      },
    });
  };

  for (const [by, role] of [
    ["schedule", { "sandbox-vpc": "expiry" }],
    ["sweep", {}],
  ] as const) {
    for (const [how, faults] of Object.entries({ foundByLook, foundByRetry })) {
      it(`is kept, by a ${by} that is there, ${how}`, async () => {
        const group = await begin(role);
        afterDryRun(faults(authorizeRule));
        const expiry = expiryIn(await authorize(group));
        world.sandbox.setFaults([]);
        assert.equal(expiry.by, by);
        const [id = ""] = Object.keys(await observer.rulesFrom(cidrIp));
        assert.deepEqual(expiry.ruleIds, [id]);
        const schedules = by === "schedule" ? [`elasticache-access/${expiry.scheduleName}`] : [];
        assert.deepEqual(await observer.schedules(), schedules);
        assert.equal(world.services.expiry.rule(vpc, id)?.by, by);
        world.sandbox.advance(hour + minute);
        assert.equal(Object.keys(await observer.rulesFrom(cidrIp)).length, by === "schedule" ? 0 : 1);
      });
    }
  }

  it("is kept by a schedule where its window was killed before the answer, and another finishes it", async () => {
    const group = await begin({ "sandbox-vpc": "expiry" });
    const killed = await startKillableWindow(world.sandbox, {
      ...{ folder: world.folder, command: "authorizeVpcIngress", held: 1, answered: 0, carriesOut: true },
      params: { ...vpc, securityGroupId: group, cidrIp, expires: "PT1H" },
      settings: { expiryRoles: { "sandbox-vpc": "expiry" } },
    });
    await killed.kill();
    assert.deepEqual(await observer.schedules(), []);
    const read = await world.services.history.readCutOffs();
    const [cutOff] = read.ok ? read.value : [];
    const result = await world.run(finishChanges, { id: cutOff?.id, confirmed: true });
    const { by, scheduleName } = expiryIn(result);
    assert.equal(by, "schedule");
    assert.deepEqual(await observer.schedules(), [`elasticache-access/${scheduleName}`]);
    world.sandbox.advance(hour + minute);
    assert.deepEqual(await observer.rulesFrom(cidrIp), {});
  });

  it("is kept by this window alone where it could not be tagged", async () => {
    const group = await begin();
    afterDryRun(foundByLook(authorizeRule));
    world.sandbox.setFaults([{ action: "CreateTags", code: "UnauthorizedOperation" }]);
    const expiry = expiryIn(await authorize(group));
    assert.equal(expiry.by, "session");
    const [id] = Object.keys(await observer.rulesFrom(cidrIp));
    assert.deepEqual(
      world.services.expiry.session().map(({ ruleId }) => ruleId),
      [id],
    );
  });

  it("is said not to be, of a rule that somebody else has made at that moment", async () => {
    const group = await begin({ "sandbox-vpc": "expiry" });
    // Four attempts that were not carried out, of which nobody knows it.
    afterDryRun([{ action: authorizeRule, code: "InternalFailure", times: 4 }]);
    onRules = async () => {
      const sent = world.sandbox.requests.filter(({ code }) => code === "InternalError").length;
      if (sent >= 4) {
        onRules = async () => undefined;
        const IpPermissions = [
          { IpProtocol: "tcp", FromPort: 11311, ToPort: 11311, IpRanges: [{ CidrIp: cidrIp }] },
        ];
        await observer.ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId: group, IpPermissions }));
      }
    };
    const ui = new ScriptedUi();
    const result = await authorize(group, ui);
    assert.equal(result.outcome, "done", JSON.stringify(result));
    assert.equal("expiry" in result, false, JSON.stringify(result));
    await until(() => ui.messages.length > 0, "it is told");
    const [message] = ui.messages;
    assert.match(
      message?.text ?? "",
      /perhaps by somebody else\. It does not expire: whether it was made from here is not known$/,
    );
    assert.equal(message?.severity, "warning");
    assert.ok(!message?.actions.includes("Undo"));
    assert.deepEqual(await observer.schedules(), []);
    assert.ok(!world.services.expiry.remembered().some(({ kind }) => kind === "rule"));
  });
});

describe("the end of a grant whose answer was lost, and which was found", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());
  const remembered = async () => {
    await world.services.expiry.refresh();
    return world.services.expiry.remembered().filter(({ kind }) => kind === "grant");
  };
  const entry = { ...grant, expires: "PT1H" };

  for (const [how, faults] of Object.entries({ foundByLook, foundByRetry })) {
    it(`is kept, ${how}, and this extension will revoke it`, async () => {
      world.sandbox.setFaults(faults(authorizeGrant));
      const expiry = expiryIn(await world.run(authorizeIngress, entry));
      assert.equal(expiry.by, "sweep");
      const [known] = await remembered();
      assert.ok(known?.kind === "grant");
      assert.equal(known.at, Date.parse(expiry.at));
      assert.equal(known.inDoubt, undefined);
      assert.equal(world.services.expiry.ofGrant(grant)?.at, known.at);
    });

    it(`is kept of one of many, ${how}`, async () => {
      world.sandbox.setFaults(faults(authorizeGrant));
      await world.run(authorizeMany, { items: [entry] });
      const [known] = await remembered();
      assert.ok(known?.kind === "grant" && !known.inDoubt, JSON.stringify(known));
    });
  }

  it("is said not to be where nobody could look before: it may be somebody else's", async () => {
    world.sandbox.setFaults([
      { action: "DescribeCacheSecurityGroups", code: "AccessDenied", times: 1 },
      ...foundByRetry(authorizeGrant),
    ]);
    const ui = new ScriptedUi();
    const result = await world.run(authorizeIngress, entry, ui);
    assert.equal(result.outcome, "done", JSON.stringify(result));
    assert.equal("expiry" in result, false, JSON.stringify(result));
    await until(() => ui.messages.length > 0, "it is told");
    assert.match(ui.messages[0]?.text ?? "", /perhaps by somebody else\. It does not expire: /);
    // It is remembered, so that its time is told, and shown as one that ends nowhere.
    const [known] = await remembered();
    assert.ok(known?.kind === "grant" && known.inDoubt, JSON.stringify(known));
    assert.equal(world.services.expiry.ofGrant(grant), undefined);
  });

  it("is kept in a group that was made for it a moment ago", async () => {
    world.sandbox.setFaults(foundByRetry(authorizeGrant));
    const { cacheSecurityGroupName: _, ...fields } = entry;
    const ui = new ScriptedUi(
      { pick: "New cache security group…" },
      { input: "made" },
      { input: "For one grant" },
      { pick: "Authorize ingress" },
    );
    const result = await world.run(authorizeIngress, fields, ui);
    assert.equal(expiryIn(result).by, "sweep");
  });
});
