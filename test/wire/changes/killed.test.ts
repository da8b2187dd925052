import assert from "node:assert/strict";
import type { Params } from "../../../src/commands/command";
import { finishChanges } from "../../../src/commands/finishChanges";
import { commands } from "../../../src/commands/table";
import { CommandWorld } from "../../support/commandWorld";
import { until } from "../../support/until";
import { type KillableWindow, startKillableWindow } from "../support/killableWindow";
import { type ContractCase, contractCases } from "./contractCases";
import { ContractUi } from "./contractUi";
import { stateOfAws } from "./stateOfAws";

for (const [id, contract] of Object.entries(contractCases)) {
  for (const carriesOut of [true, false]) {
    describe(`a window that is killed in ${id}, ${carriesOut ? "carried out" : "lost"}`, () => {
      isFinished(id, contract, carriesOut);
    });
  }
}

/** How many requests those send that send more than one. */
const requests: Readonly<Record<string, number>> = { authorizeMany: 2, planVpcRules: 3 };

function isFinished(id: string, contract: ContractCase, carriesOut: boolean): void {
  const command = commands.find((each) => each.id === id) ?? assert.fail(id);
  let worlds: readonly CommandWorld[] = [];
  let window: KillableWindow | undefined;
  afterEach(async () => {
    await window?.kill();
    await Promise.all(worlds.map((world) => world.close()));
  });

  const finishes = async (prepare: (world: CommandWorld) => Promise<Params>, held: number) => {
    const [world, other] = await Promise.all([CommandWorld.start(), CommandWorld.start()]);
    worlds = [world, other];
    const complete = { confirmed: true, ...(await prepare(other)) };
    assert.equal((await other.run(command, complete, new ContractUi())).outcome, "done");
    // Groups that were made for the test have other ids in another sandbox, and so another order.
    const state = async (of: CommandWorld) => {
      const text = JSON.stringify(await stateOfAws(of, contract.target)).replace(/sg-\w+/g, "sg");
      return text.split('"').sort().join('"');
    };

    const params = { confirmed: true, ...(await prepare(world)) };
    const { folder } = world;
    window = await startKillableWindow(world.sandbox, {
      ...{ folder, command: id, params, held },
      ...{ answered: 0, carriesOut },
    });
    await window.kill();
    const read = await world.services.history.readCutOffs();
    const [cutOff] = read.ok ? read.value : [];
    assert.ok(cutOff, JSON.stringify(read));
    assert.equal(cutOff.items.filter(({ became }) => became === "inDoubt").length, held);
    const result = await world.run(finishChanges, { id: cutOff.id, confirmed: true }, new ContractUi());
    assert.equal(result.outcome, "done", JSON.stringify(result));
    await until(
      async () => (await state(world)) === (await state(other)),
      "it is as if nobody had killed it",
    );
    const ends = (await world.history()).map(({ outcome }) => outcome);
    assert.ok(
      ends.every((outcome) => outcome === "done" || outcome === "failed"),
      ends.join(),
    );
  };

  it("is finished by the next", () => finishes(contract.prepare, requests[id] ?? 1));

  const { several } = contract;
  if (several) {
    it("is finished by the next, of several", () =>
      finishes(async (world) => ({ ...(await several(world)).params, cidrIp: "192.0.2.0/24" }), 2));
  }
}
