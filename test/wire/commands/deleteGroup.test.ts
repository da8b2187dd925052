import assert from "node:assert/strict";
import { deleteCacheSecurityGroup } from "../../../src/commands/deleteCacheSecurityGroup";
import type { ConfirmQuestion } from "../../../src/ui/ui";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const group = { ...target, cacheSecurityGroupName: "mygroup" };
const source = { ec2SecurityGroupName: "web", ec2SecurityGroupOwnerId: "565419523791" };

class ConfirmingUi extends ScriptedUi {
  readonly details: string[] = [];

  override confirm(question: ConfirmQuestion): Promise<boolean> {
    this.details.push(question.detail);
    return super.confirm(question);
  }
}

describe("the question before a group is deleted", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  const letSomebodyIn = async () => {
    const aws = await world.services.aws();
    await aws.authorizeIngress(target, { cacheSecurityGroupName: "mygroup", ...source });
  };

  it("names who is let in, and asks for the name, though nobody has opened the group", async () => {
    await letSomebodyIn();
    const ui = new ConfirmingUi({ confirm: true }, "escape");
    const result = await world.run(deleteCacheSecurityGroup, group, ui);
    assert.equal(result.outcome, "cancelled");
    ui.assertAllAsked();
    assert.match(ui.details[0] ?? "", /its grant: web of 565419523791/);
    assert.ok(!world.changes().includes("DeleteCacheSecurityGroup"));
  });

  it("knows of who was let in since the group was read", async () => {
    await world.services.state.groups.load(target);
    await letSomebodyIn();
    const ui = new ConfirmingUi({ confirm: false });
    await world.run(deleteCacheSecurityGroup, group, ui);
    assert.match(ui.details[0] ?? "", /web of 565419523791/);
  });

  it("asks for the name where nobody can tell who is let in", async () => {
    await world.sandbox.close();
    const ui = new ConfirmingUi({ confirm: true }, "escape");
    const result = await world.run(deleteCacheSecurityGroup, group, ui);
    assert.equal(result.outcome, "cancelled");
    ui.assertAllAsked();
    assert.match(ui.details[0] ?? "", /could not be read/);
  });

  it("is the modal alone for a group that lets nobody in", async () => {
    const ui = new ConfirmingUi({ confirm: true });
    assert.equal((await world.run(deleteCacheSecurityGroup, group, ui)).outcome, "done");
    assert.match(ui.details[0] ?? "", /lets nobody in/);
  });
});
