import assert from "node:assert/strict";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { CommandWorld } from "../../support/commandWorld";

const grant = {
  profile: "sandbox-classic",
  region: "us-west-2",
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupOwnerId: "565419523791",
};

describe("names that nobody expects", () => {
  let world: CommandWorld;
  before(async () => {
    world = await CommandWorld.start();
  });
  after(() => world.close());

  it("refuses half a character, and sends the next name whole", async () => {
    const before = world.changes().length;
    const broken = await world.run(authorizeIngress, { ...grant, ec2SecurityGroupName: "half \ud83d" });
    assert.ok(broken.outcome === "failed", JSON.stringify(broken));
    assert.equal(broken.failure.kind, "invalidParameter");
    assert.equal(broken.failure.field, "ec2SecurityGroupName");
    assert.equal(world.changes().length, before);
    assert.equal(
      (await world.run(authorizeIngress, { ...grant, ec2SecurityGroupName: "whole" })).outcome,
      "done",
    );
  });

  for (const name of ["__proto__", "constructor", "two\nlines\tand a tab", "☃ naïve 😀", `'"\`$\\<>&%00`]) {
    it(`lets in ${JSON.stringify(name)} as it is`, async () => {
      const result = await world.run(authorizeIngress, { ...grant, ec2SecurityGroupName: name });
      assert.equal(result.outcome, "done", JSON.stringify(result));
      const target = { profile: grant.profile, region: grant.region };
      const group = await (await world.services.aws()).describeCacheSecurityGroup(target, "mygroup");
      assert.ok(group.ok && group.value.grants.some((each) => each.ec2SecurityGroupName === name));
    });
  }
});
