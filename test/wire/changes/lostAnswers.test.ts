import assert from "node:assert/strict";
import type { Params } from "../../../src/commands/command";
import { commands } from "../../../src/commands/table";
import { CommandWorld } from "../../support/commandWorld";
import { until } from "../../support/until";
import { contractCases } from "./contractCases";
import { ContractUi } from "./contractUi";
import { stateOfAws } from "./stateOfAws";

const writes = [
  "AuthorizeCacheSecurityGroupIngress",
  "RevokeCacheSecurityGroupIngress",
  "CreateCacheSecurityGroup",
  "DeleteCacheSecurityGroup",
  "AuthorizeSecurityGroupIngress",
  "RevokeSecurityGroupIngress",
  "ModifyCacheCluster",
  "ModifyReplicationGroup",
  "ModifyServerlessCache",
];
const looks = [
  "DescribeCacheSecurityGroups",
  "DescribeSecurityGroupRules",
  "DescribeSecurityGroups",
  "DescribeCacheClusters",
  "DescribeReplicationGroups",
  "DescribeServerlessCaches",
];

const grant = {
  profile: "sandbox-classic",
  region: "us-west-2",
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};

describe("a change of which an attempt got no answer", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  const run = (id: string, params: Params, ui = new ContractUi()) =>
    world.run(commands.find((each) => each.id === id) ?? assert.fail(id), params, ui);
  /** The first attempt is done and not answered, and the next is refused; looks too, where told. */
  const lose = (code: string, { blind = false } = {}) =>
    world.sandbox.setFaults([
      ...writes.map((action) => ({ action, code: "@lost", times: 1 })),
      ...writes.map((action) => ({ action, code })),
      ...(blind ? looks.map((action) => ({ action, code: "AccessDenied" })) : []),
    ]);

  // Those that make VPC rules begin with a dry run, which the fault would meet in place of the change.
  const cases = Object.entries(contractCases).filter(
    ([id]) => !/^(?:authorizeVpcIngress|planVpcRules)$/.test(id),
  );
  for (const [id, { prepare, target }] of cases) {
    it(`is done, of ${id}, where a look shows it, whatever the next attempt was refused with`, async () => {
      const params = await prepare(world);
      lose("AccessDenied");
      const result = await run(id, { ...params, confirmed: true });
      world.sandbox.setFaults([]);
      // Of many, one was lost and found.
      const first = Array.isArray(result.value) && id === "authorizeMany" ? result.value[0] : result;
      assert.equal(first.outcome, "done", JSON.stringify(result));
    });

    it(`stays in doubt, of ${id}, where no look can tell`, async () => {
      const params = await prepare(world);
      const before = await stateOfAws(world, target);
      lose("AccessDenied", { blind: true });
      const ui = new ContractUi();
      const result = await run(id, { ...params, confirmed: true }, ui);
      world.sandbox.setFaults([]);
      assert.ok(result.outcome === "failed", JSON.stringify(result));
      if (result.failure.inDoubt) {
        assert.match(result.failure.message, /may have been made all the same/);
        await until(() => ui.messages.length > 0, "it is told");
        assert.ok(!ui.messages.some(({ actions }) => actions.includes("Undo")));
      } else {
        // Without a look it was not sent at all.
        assert.deepEqual(await stateOfAws(world, target), before);
      }
    });
  }

  for (const seen of ["loaded before", "never loaded"]) {
    it(`is not ours to undo where it was so before, of a group ${seen}`, async () => {
      const { state } = world.services;
      if (seen === "loaded before") {
        await state.groups.load(grant);
      }
      const aws = await world.services.aws();
      assert.ok((await aws.authorizeIngress(grant, grant)).ok, "somebody else authorizes it");
      world.sandbox.setFaults([{ action: "AuthorizeCacheSecurityGroupIngress", code: "@reset", times: 1 }]);
      const ui = new ContractUi();
      const result = await run("authorizeIngress", grant, ui);
      assert.equal(result.outcome, "done", JSON.stringify(result));
      await until(() => ui.messages.length > 0, "it is told");
      assert.ok(!ui.messages.some(({ actions }) => actions.includes("Undo")), JSON.stringify(ui.messages));
      assert.match(ui.messages[0]?.text ?? "", /perhaps by somebody else$/);
    });
  }

  it("is not ours to undo where the same group was made by somebody else before", async () => {
    const description = "For the contract";
    const aws = await world.services.aws();
    assert.ok((await aws.createCacheSecurityGroup(grant, { name: "made", description })).ok);
    world.sandbox.setFaults([{ action: "CreateCacheSecurityGroup", code: "@reset", times: 1 }]);
    const ui = new ContractUi();
    const params = { ...grant, cacheSecurityGroupName: "made", description };
    assert.equal((await run("createCacheSecurityGroup", params, ui)).outcome, "done");
    await until(() => ui.messages.length > 0, "it is told");
    assert.ok(!ui.messages.some(({ actions }) => actions.includes("Undo")), JSON.stringify(ui.messages));
  });

  it("is ours to undo where a look before has told that it was not so", async () => {
    world.sandbox.setFaults([{ action: "AuthorizeCacheSecurityGroupIngress", code: "@lost", times: 1 }]);
    const ui = new ContractUi();
    const items = [grant, { ...grant, ec2SecurityGroupName: "other" }];
    assert.equal((await run("authorizeMany", { items }, ui)).outcome, "done");
    await until(() => ui.messages.length > 0, "it is told");
    assert.ok(
      ui.messages.some(({ actions }) => actions.includes("Undo")),
      JSON.stringify(ui.messages),
    );
  });

  it("is somebody else's where an attempt was merely throttled, and cannot be undone", async () => {
    await run("authorizeIngress", grant);
    const throttled = () =>
      world.sandbox.setFaults(writes.map((action) => ({ action, code: "Throttling", times: 1 })));
    throttled();
    const ui = new ContractUi();
    assert.equal((await run("authorizeIngress", grant, ui)).outcome, "unchanged");
    await until(() => ui.messages.length > 0, "it is told");
    assert.ok(!ui.messages.some(({ actions }) => actions.includes("Undo")));
    for (const [id, params] of [
      ["deleteCacheSecurityGroup", { ...grant, cacheSecurityGroupName: "never", confirmed: true }],
      ["revokeIngress", { ...grant, ec2SecurityGroupName: "never", confirmed: true }],
    ] as const) {
      throttled();
      const gone = await run(id, params);
      assert.ok(gone.outcome === "failed" && gone.failure.kind === "notFound", JSON.stringify(gone));
    }
    const ends = (await world.history()).map(({ outcome }) => outcome);
    assert.deepEqual(ends.filter((end) => end === "done").length, 1, ends.join());
  });
});
