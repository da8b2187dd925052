import assert from "node:assert/strict";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { createCacheSecurityGroup } from "../../../src/commands/createCacheSecurityGroup";
import { undoLastChange } from "../../../src/commands/undoLastChange";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { until } from "../../support/until";

const classic = { profile: "sandbox-classic", region: "us-west-2" };
const grant = {
  ...classic,
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
const made = { ...classic, cacheSecurityGroupName: "made", description: "d" };

describe("Undo Last Change", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  async function groups(): Promise<readonly string[]> {
    const read = await (await world.services.aws()).listCacheSecurityGroups(classic);
    assert.ok(read.ok);
    return read.value.map(({ name, grants }) =>
      `${name} ${grants.map(({ status }) => status).join()}`.trim(),
    );
  }

  async function undo(params = {}, ui = new ScriptedUi()): Promise<string> {
    const result = await world.run(undoLastChange, params, ui);
    return result.outcome === "failed" ? result.failure.kind : result.outcome;
  }

  it("takes back one change after the other, the newest first, whatever became of their messages", async () => {
    const before = await groups();
    await world.run(createCacheSecurityGroup, made);
    await world.run(authorizeIngress, grant);
    await until(async () => (await groups()).includes("mygroup authorized"), "authorized");

    assert.equal(await undo(), "done");
    await until(async () => (await groups()).includes("mygroup"), "revoked");
    assert.ok((await groups()).includes("made"));
    assert.equal(await undo(), "done");
    await until(async () => (await groups()).join() === before.join(), "deleted");

    const ui = new ScriptedUi();
    assert.equal(await undo({}, ui), "unchanged");
    assert.deepEqual(
      ui.messages.map(({ text }) => text),
      ["There is nothing left to undo in this window"],
    );
  });

  it("does not offer again what was undone by its message's button", async () => {
    const ui = new ScriptedUi();
    ui.action = "Undo";
    await world.run(createCacheSecurityGroup, made, ui);
    await until(async () => !(await groups()).includes("made"), "deleted by the button");
    assert.equal(await undo(), "unchanged");
  });

  it("keeps what a guard has kept, and takes it back once that allows it", async () => {
    await world.run(createCacheSecurityGroup, made);
    world.settings = { ...world.settings, readOnly: true };
    assert.equal(await undo(), "readOnly");
    world.settings = { ...world.settings, readOnly: false, protectedProfiles: ["sandbox-classic"] };
    assert.equal(await undo({}, new ScriptedUi("escape")), "cancelled");
    assert.ok((await groups()).includes("made"));
    assert.equal(await undo({}, new ScriptedUi({ input: "sandbox-classic" })), "done");
    assert.ok(!(await groups()).includes("made"));
  });

  it("takes back the last of one profile and region, where they are named", async () => {
    const rule = {
      profile: "sandbox-vpc",
      region: "us-west-2",
      cidrIp: "203.0.113.7/32",
      fromPort: 6379,
      toPort: 6379,
    };
    const vpc = await (await world.services.aws()).listVpcGroups(rule);
    assert.ok(vpc.ok);
    const securityGroupId = vpc.value.find(({ name }) => name === "sessions-cache")?.id;
    await world.run(createCacheSecurityGroup, made);
    const authorized = await world.run(authorizeVpcIngress, { ...rule, securityGroupId });
    assert.equal(authorized.outcome, "done");

    assert.equal(await undo({ ...classic, region: "eu-west-1" }), "unchanged");
    assert.equal(await undo(classic), "done");
    assert.ok(!(await groups()).includes("made"));
    assert.equal(await undo({ profile: "sandbox-vpc" }), "done");
    assert.equal(world.changes().at(-1), "RevokeSecurityGroupIngress");
    assert.equal(await undo({ profile: "nobody" }), "credentials");
    assert.equal(await undo({ profile: 7 }), "invalidParameter");
  });
});
