import assert from "node:assert/strict";
import { authorizeMany } from "../../../src/commands/authorizeMany";
import type { IngressItem } from "../../../src/core/cacheSecurityGroups/items";
import type { CommandResult } from "../../../src/core/commandResult";
import { CommandWorld } from "../../support/commandWorld";
import type { ItemResult } from "../../support/itemResult";
import { ScriptedUi } from "../../support/scriptedUi";
import { CountingProxy } from "../support/countingProxy";

const authorize = "AuthorizeCacheSecurityGroupIngress";
const sources = Array.from({ length: 40 }, (_, number) => ({
  ec2SecurityGroupName: `service-${number}`,
  ec2SecurityGroupOwnerId: number % 2 === 0 ? "565419523791" : "123456781234",
}));
/** 25 groups: 13 of one profile, 12 of the other. */
const groups = Array.from({ length: 25 }, (_, number) => ({
  profile: number < 13 ? "sandbox-classic" : "sandbox-partner",
  region: "us-west-2",
  cacheSecurityGroupName: `group${number}`,
}));
const items: readonly IngressItem[] = groups.flatMap((group) =>
  sources.map((source) => ({ ...group, ...source })),
);

describe("Authorize Many of 40 sources on 25 groups in 2 profiles", () => {
  let world: CommandWorld;
  let proxy: CountingProxy;

  beforeEach(async () => {
    proxy = new CountingProxy();
    // Settled at once: a group whose grants are changing cannot be deleted.
    world = await CommandWorld.start({ data: "empty", settleMs: 0, latencyMs: 3 }, (endpoint) =>
      proxy.start(endpoint),
    );
    const aws = await world.services.aws();
    for (const { cacheSecurityGroupName: name, ...target } of groups) {
      const made = await aws.createCacheSecurityGroup(target, { name, description: "d" });
      assert.ok(made.ok, JSON.stringify(made));
    }
    proxy.passed.length = 0;
  });
  afterEach(async () => {
    await world.close();
    await proxy.close();
  });

  it("does each or says that it was not found, none twice, three at a time, whatever is throttled", async () => {
    world.sandbox.setFaults([{ action: authorize, code: "Throttling", probability: 0.05 }]);
    let deletion: Promise<string> | undefined;
    proxy.onRequest = () => {
      const done = proxy.passed.filter(({ action, status }) => action === authorize && status === 200);
      const name = done.at(-1)?.ingress.split(" ")[0] ?? "";
      const inIt = done.filter(({ ingress }) => ingress.startsWith(`${name} `));
      if (done.length >= 500 && inIt.length >= 10 && inIt.length <= 20) {
        deletion ??= deleteGroup(name);
      }
    };
    const ui = new ScriptedUi();
    const result = await world.run(authorizeMany, { items }, ui);
    const deleted = await deletion;
    assert.ok(deleted);

    assert.ok(result.outcome === "failed", JSON.stringify(result).slice(0, 300));
    assert.equal(result.failure.kind, "notFound");
    const value = resultsOf(result);
    assert.equal(value.length, 1000);
    const failed = value.filter(({ outcome }) => outcome === "failed");
    assert.ok(failed.length > 0 && failed.length < 40, `${failed.length} failed`);
    for (const each of failed) {
      assert.equal(each.cacheSecurityGroupName, deleted);
      assert.equal(each.outcome === "failed" && each.failure.kind, "notFound");
    }
    assert.equal(value.filter(({ outcome }) => outcome === "done").length, 1000 - failed.length);

    const answered = proxy.passed.filter(({ action }) => action === authorize);
    const carriedOut = answered
      .filter(({ status }) => status === 200)
      .map(({ target, ingress }) => target + ingress);
    assert.equal(carriedOut.length, 1000 - failed.length);
    assert.equal(new Set(carriedOut).size, carriedOut.length);
    assert.ok(answered.filter(({ code }) => code === "Throttling").length >= 40);
    assert.deepEqual(new Set(answered.map(({ code }) => code)), new Set([undefined, "Throttling", notFound]));
    // The group that is gone was asked for no more than by those beside each other on the way.
    assert.ok(answered.filter(({ code }) => code === notFound).length <= 3);
    const most = [...proxy.most].filter(([key]) => key.startsWith(authorize)).map(([, number]) => number);
    assert.deepEqual([most.length, Math.max(...most)], [2, 3]);
    assert.equal(await grantsThere(), carriedOut.length - (40 - failed.length));
    assert.deepEqual(ui.asked, []);
    assert.match(
      ui.messages.at(-1)?.text ?? "",
      /^Authorize Many: \d+ authorized, \d+ failed \(not there\)$/,
    );
  });

  it("leaves a truthful list when it is cancelled, and finishes the rest and nothing else when run again", async () => {
    const ui = new ScriptedUi();
    proxy.onRequest = () => {
      if (proxy.passed.filter(({ action }) => action === authorize).length >= 300) {
        ui.cancel.abort();
      }
    };
    const first = await world.run(authorizeMany, { items }, ui);
    assert.equal(first.outcome, "cancelled");
    const value = resultsOf(first);
    const done = value.filter(({ outcome }) => outcome === "done");
    const notStarted = value.filter(({ outcome }) => outcome === "notStarted");
    assert.equal(done.length + notStarted.length, 1000);
    // Those under way when it was cancelled are not broken off: a few in each of the two targets.
    assert.ok(done.length >= 300 && done.length <= 320, `${done.length} are done`);
    const sentFirst = sentIngresses();
    assert.deepEqual(done.map(ingressOf).sort(), sentFirst);
    assert.equal(await grantsThere(), done.length);

    proxy.passed.length = 0;
    // As in another window, which knows nothing of the first run.
    world.services.state.groups.keepOnly(() => false);
    const second = await world.run(authorizeMany, { items });
    assert.equal(second.outcome, "done");
    assert.deepEqual(sentIngresses(), notStarted.map(ingressOf).sort());
    const unchanged = resultsOf(second).filter(({ outcome }) => outcome === "unchanged");
    assert.deepEqual(unchanged.map(ingressOf).sort(), sentFirst);
    assert.equal(await grantsThere(), 1000);
  });

  /** Deletes a group behind the command's back. */
  async function deleteGroup(name: string): Promise<string> {
    const group = groups.find((each) => each.cacheSecurityGroupName === name);
    assert.ok(group);
    const answer = await (await world.services.aws()).deleteCacheSecurityGroup(group, name);
    assert.ok(answer.ok, JSON.stringify(answer));
    return name;
  }

  function sentIngresses(): readonly string[] {
    return proxy.passed
      .filter(({ action }) => action === authorize)
      .map(({ ingress }) => ingress)
      .sort();
  }

  async function grantsThere(): Promise<number> {
    const aws = await world.services.aws();
    let count = 0;
    for (const profile of ["sandbox-classic", "sandbox-partner"]) {
      const list = await aws.listCacheSecurityGroups({ profile, region: "us-west-2" });
      assert.ok(list.ok);
      count += list.value.reduce((sum, { grants }) => sum + grants.length, 0);
    }
    return count;
  }
});

const notFound = "CacheSecurityGroupNotFound";

function ingressOf(item: IngressItem): string {
  return `${item.cacheSecurityGroupName} ${item.ec2SecurityGroupOwnerId}/${item.ec2SecurityGroupName}`;
}

function resultsOf(result: CommandResult): readonly ItemResult<IngressItem>[] {
  assert.ok("value" in result && Array.isArray(result.value), JSON.stringify(result).slice(0, 300));
  return result.value;
}
