import assert from "node:assert/strict";
import { AuthorizeSecurityGroupIngressCommand, RevokeSecurityGroupIngressCommand } from "@aws-sdk/client-ec2";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { setExpiry } from "../../../src/commands/setExpiry";
import { undoLastChange } from "../../../src/commands/undoLastChange";
import { CommandWorld } from "../../support/commandWorld";
import { until } from "../../support/until";
import { classic, expiryIn, grant, hour, Observer, pagesGroup, SweepWindow, started, vpc } from "./endsWorld";

const cidrIp = "192.0.2.0/24";
/** Before the end, in milliseconds: as little as a busy machine is sure to be done in. */
const justBefore = 20_000;

describe("what has an end is revoked then, and nothing that became of it", () => {
  let world: CommandWorld;
  let observer: Observer;
  const closing: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) {
      await close();
    }
  });

  async function begin(way: string): Promise<void> {
    world = await started(way === "schedule" ? { [vpc.profile]: "expiry" } : {});
    observer = new Observer(world);
    closing.push(
      () => world.close(),
      () => observer.close(),
    );
  }
  /** Some time later every window of this machine is at it: the one that made it, and another. */
  const sweep = async (): Promise<void> => {
    const other = CommandWorld.at(world.sandbox, world.sandbox.endpoint, world.folder);
    const windows = [new SweepWindow(world), new SweepWindow(other)];
    await Promise.all([world.services.state.groups.refresh(classic), world.services.state.vpc.refresh(vpc)]);
    for (const { sweep: each } of windows) {
      await each.begin();
      each.dispose();
    }
    await other.close();
  };
  const there = async () => Object.keys(await observer.rulesFrom(cidrIp));
  /** Somebody makes the very same rule, by hand. */
  const remake = async (GroupId: string) => {
    const made = await observer.ec2.send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId,
        IpPermissions: [
          { IpProtocol: "tcp", FromPort: 11311, ToPort: 11311, IpRanges: [{ CidrIp: cidrIp }] },
        ],
      }),
    );
    return made.SecurityGroupRules?.[0]?.SecurityGroupRuleId ?? assert.fail();
  };

  for (const way of ["schedule", "sweep", "session"] as const) {
    const make = async () => {
      await begin(way);
      const securityGroupId = await pagesGroup(world);
      if (way === "session") {
        world.sandbox.setFaults([{ action: "CreateTags", code: "UnauthorizedOperation" }]);
      }
      const params = { ...vpc, securityGroupId, cidrIp, expires: "PT1H" };
      const { by, ruleIds = [] } = expiryIn(await world.run(authorizeVpcIngress, params));
      world.sandbox.setFaults([]);
      assert.equal(by, way);
      return { securityGroupId, securityGroupRuleId: ruleIds[0] ?? assert.fail() };
    };

    it(`${way}: extended at the last moment, it is there until the new end`, async () => {
      const { securityGroupRuleId } = await make();
      world.sandbox.advance(hour - justBefore);
      const extended = await world.run(setExpiry, { ...vpc, securityGroupRuleId, expires: "PT5H" });
      assert.equal(extended.outcome, "done", JSON.stringify(extended));
      world.sandbox.advance(2 * hour);
      await sweep();
      assert.deepEqual(await there(), [securityGroupRuleId]);
      world.sandbox.advance(4 * hour);
      await sweep();
      assert.deepEqual(await there(), []);
    });

    for (const [how, end] of [
      ["undone", async () => world.run(undoLastChange, {})],
      [
        "revoked by hand",
        ({ securityGroupId, securityGroupRuleId }: Awaited<ReturnType<typeof make>>) =>
          observer.ec2.send(
            new RevokeSecurityGroupIngressCommand({
              GroupId: securityGroupId,
              SecurityGroupRuleIds: [securityGroupRuleId],
            }),
          ),
      ],
    ] as const) {
      it(`${way}: ${how} and made again by somebody else, it is theirs and stays`, async () => {
        const made = await make();
        await end(made);
        assert.deepEqual(await there(), []);
        const theirs = await remake(made.securityGroupId);
        world.sandbox.advance(2 * hour);
        await sweep();
        world.sandbox.advance(2 * hour);
        await sweep();
        assert.deepEqual(await there(), [theirs]);
        assert.deepEqual(await observer.schedules(), []);
        assert.deepEqual(world.services.expiry.remembered(), []);
      });
    }
  }

  const grants = async () => {
    await world.services.follower.whenSettled(grant, grant);
    await world.services.state.groups.refresh(classic);
    return world.services.state.groups.find(classic, grant.cacheSecurityGroupName)?.grants.length;
  };

  it("grant: extended at the last moment, it is there until the new end", async () => {
    await begin("sweep");
    expiryIn(await world.run(authorizeIngress, { ...grant, expires: "PT1H" }));
    world.sandbox.advance(hour - justBefore);
    await world.services.state.groups.refresh(classic);
    assert.equal((await world.run(setExpiry, { ...grant, expires: "PT5H" })).outcome, "done");
    world.sandbox.advance(2 * hour);
    await sweep();
    assert.equal(await grants(), 1);
    world.sandbox.advance(4 * hour);
    await sweep();
    await until(async () => (await grants()) === 0, "it is revoked");
  });

  it("grant: undone, or seen gone, and made again by somebody else, it is theirs and stays", async () => {
    await begin("sweep");
    const aws = await world.services.aws();
    for (const end of [
      () => world.run(undoLastChange, {}),
      async () => {
        await aws.revokeIngress(classic, grant);
        await sweep();
      },
    ]) {
      expiryIn(await world.run(authorizeIngress, { ...grant, expires: "PT1H" }));
      await world.services.follower.whenSettled(grant, grant);
      await end();
      await until(async () => (await grants()) === 0, "it is gone");
      await aws.authorizeIngress(classic, grant);
      world.sandbox.advance(2 * hour);
      await sweep();
      assert.equal(await grants(), 1);
      await until(async () => (await aws.revokeIngress(classic, grant)).ok, "it is revoked by hand");
      await until(async () => (await grants()) === 0, "it is gone");
    }
  });
});
