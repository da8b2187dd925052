import assert from "node:assert/strict";
import type { Params } from "../../../src/commands/command";
import { commands } from "../../../src/commands/table";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const groupId = "sg-0123456789abcdef0";

/** What a row or a caller may name, each alone or with others: the rest is to be asked for. */
const given: readonly Params[] = [
  {},
  { profile: "sandbox-vpc" },
  { region: "us-west-2" },
  { profile: "sandbox-vpc", region: "us-west-2" },
  { cacheKind: "cluster", cacheId: "analytics" },
  { profile: "sandbox-vpc", cacheKind: "cluster", cacheId: "analytics" },
  { region: "us-west-2", cacheKind: "cluster", cacheId: "analytics", securityGroupId: groupId },
  { securityGroupId: groupId },
  { securityGroupId: groupId, cidrIp: "192.0.2.0/24" },
  { securityGroupId: groupId, securityGroupRuleId: "sgr-0123456789abcdef0" },
  { cacheSecurityGroupName: "mygroup" },
  { profile: "sandbox-classic", cacheSecurityGroupName: "mygroup" },
  { cacheSecurityGroupName: "mygroup", ec2SecurityGroupName: "default" },
  { cacheSecurityGroupName: "mygroup", ec2SecurityGroupOwnerId: "565419523791" },
  { ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: "565419523791" },
];

describe("a command that is started with little", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  for (const command of commands) {
    it(`asks, or says why not: ${command.id}`, async () => {
      for (const params of given) {
        const ui = new ScriptedUi("escape");
        const { outcome } = await world.run(command, params, ui);
        const asked = ui.asked.length > 0;
        assert.ok(asked || outcome !== "cancelled", `${JSON.stringify(params)}: ${outcome}, nothing asked`);
      }
    });
  }
});
