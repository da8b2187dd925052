import assert from "node:assert/strict";
import type { Params } from "../../../src/commands/command";
import { commands } from "../../../src/commands/table";
import { ConcurrencyLimit } from "../../../src/store/concurrencyLimit";
import { CommandWorld } from "../../support/commandWorld";
import { until } from "../../support/until";
import { type ContractCase, contractCases } from "./contractCases";
import { ContractUi } from "./contractUi";
import { stateOfAws } from "./stateOfAws";

/** What the cases say that they send. */
const known = new Set(
  Object.values(contractCases).flatMap(({ sends = [] }) => sends.map(({ request }) => request.action)),
);

const changes = commands.filter((command) => command.changes === true);

it("the contract has a case for every change", () => {
  assert.deepEqual(Object.keys(contractCases).sort(), changes.map(({ id }) => id).sort());
});

for (const command of changes) {
  const contract = contractCases[command.id];
  if (contract) {
    describe(`the contract of ${command.id}`, () => holds(command.id, contract));
  }
}

function holds(id: string, contract: ContractCase): void {
  const command = commands.find((each) => each.id === id) ?? assert.fail();
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  const protect = () => {
    world.settings = { ...world.settings, protectedProfiles: [contract.target.profile] };
  };
  const readOnly = () => {
    world.settings = { ...world.settings, readOnly: true };
  };
  const state = () => stateOfAws(world, contract.target);
  const run = (params: Params, ui = new ContractUi()) => world.run(command, params, ui);
  const ended = async (ui: ContractUi) => until(() => ui.messages.length > 0, "the change says how it ended");

  it("is refused by params in a protected profile, asking and sending nothing", async () => {
    const complete = await contract.prepare(world);
    protect();
    const [sent, before] = [world.changes().length, await state()];
    const ui = new ContractUi();
    const result = await run(complete, ui);
    assert.ok(result.outcome === "failed", JSON.stringify(result));
    assert.equal(result.failure.kind, "protected");
    assert.match(result.failure.message, /elasticacheAccess\.protectedProfiles/);
    assert.deepEqual([ui.asked, ui.guards, world.changes().length], [[], 0, sent]);
    assert.deepEqual(await state(), before);
  });

  it("asks for a protected profile's name once, and once more for Undo", async () => {
    const complete = await contract.prepare(world);
    protect();
    const before = await state();
    const ui = new ContractUi(...contract.answers);
    const result = await run(contract.asked(complete), ui);
    assert.equal(result.outcome, "done", JSON.stringify(result));
    assert.equal(ui.guards, 1);
    await ended(ui);
    if (contract.noUndo) {
      assert.ok(!ui.messages.some(({ actions }) => actions.includes("Undo")));
      return;
    }
    ui.pressUndo();
    await until(async () => same(await state(), before), "Undo takes it back");
    assert.equal(ui.guards, 2);
    await until(() => ui.messages.length === 2, "one message for the change, one for its Undo");
  });

  if (contract.several) {
    const several = contract.several;
    it("asks for a protected profile's name once for many, and once more for their Undo", async () => {
      const { params, answers } = await several(world);
      protect();
      const before = await state();
      const ui = new ContractUi(...answers);
      const result = await run(params, ui);
      assert.equal(result.outcome, "done", JSON.stringify(result));
      assert.equal(ui.guards, 1);
      await ended(ui);
      if (!contract.noUndo) {
        ui.pressUndo();
        await until(async () => same(await state(), before), "Undo takes all of it back");
        assert.equal(ui.guards, 2);
        await until(() => ui.messages.length === 2, "one message for the change, one for its Undo");
      }
    });

    it("is refused for many by params in a protected profile, asking and sending nothing", async () => {
      const { params } = await several(world);
      protect();
      const sent = world.changes().length;
      const ui = new ContractUi();
      const result = await run({ ...params, confirmed: true, cidrIp: "192.0.2.0/24" }, ui);
      assert.ok(result.outcome === "failed" && result.failure.kind === "protected", JSON.stringify(result));
      assert.deepEqual([ui.asked, ui.guards, world.changes().length], [[], 0, sent]);
    });

    it("stops when read-only mode is turned on after the first of many", async () => {
      const { params } = await several(world);
      await stopsAfterTheFirst({ ...params, confirmed: true, cidrIp: "192.0.2.0/24" });
    });
  }

  it("is refused in read-only mode, asking and sending nothing", async () => {
    const complete = await contract.prepare(world);
    readOnly();
    const sent = world.changes().length;
    const ui = new ContractUi();
    const result = await run(complete, ui);
    assert.ok(result.outcome === "failed" && result.failure.kind === "readOnly", JSON.stringify(result));
    assert.deepEqual([ui.asked, world.changes().length], [[], sent]);
  });

  it("sends nothing when read-only mode is turned on while it asks", async () => {
    const complete = await contract.prepare(world);
    const [sent, before] = [world.changes().length, await state()];
    const ui = new ContractUi(...contract.answers);
    ui.onQuestion = readOnly;
    const result = await run(contract.asked(complete), ui);
    assert.ok(result.outcome === "failed" && result.failure.kind === "readOnly", JSON.stringify(result));
    assert.equal(world.changes().length, sent);
    assert.deepEqual(await state(), before);
  });

  if (id === "planVpcRules" || id === "authorizeMany") {
    it("stops when read-only mode is turned on after the first", async () => {
      await stopsAfterTheFirst(await contract.prepare(world));
    });
  }

  async function stopsAfterTheFirst(params: Params): Promise<void> {
    const sent = world.changes().length;
    Object.assign(world.services, { lanes: new ConcurrencyLimit(1) });
    const ui = new ContractUi();
    ui.onProgress = readOnly;
    const result = await run(params, ui);
    assert.ok(result.outcome === "failed" && result.failure.kind === "readOnly", JSON.stringify(result));
    assert.equal(world.changes().length, sent + 1);
  }

  if (!contract.noUndo) {
    it("is taken back by Undo, and the state is what it was", async () => {
      const complete = await contract.prepare(world);
      const before = await state();
      const ui = new ContractUi();
      const result = await run(complete, ui);
      assert.equal(result.outcome, "done", JSON.stringify(result));
      assert.notDeepEqual(await state(), before);
      ui.pressUndo();
      await until(async () => same(await state(), before), "Undo takes it back");
      await until(() => ui.messages.length === 2, "the Undo says how it ended");
      const result2 = ui.messages.at(-1);
      assert.notEqual(result2?.severity, "error", result2?.text);
    });
  }

  if (contract.meddle) {
    const meddle = contract.meddle;
    it("leaves alone what somebody else has changed since, and says so", async () => {
      const complete = await contract.prepare(world);
      const ui = new ContractUi();
      assert.equal((await run(complete, ui)).outcome, "done");
      await ended(ui);
      await meddle(world, complete);
      const [sent, before] = [world.changes().length, await state()];
      ui.pressUndo();
      await until(() => ui.messages.length === 2, "the Undo says how it ended");
      assert.match(ui.messages.at(-1)?.text ?? "", /^Nothing was undone: /);
      assert.equal(ui.messages.at(-1)?.severity, "warning");
      assert.equal(world.changes().length, sent);
      assert.deepEqual(await state(), before);
    });
  }

  for (const wrong of contract.wrong) {
    it(`sends nothing and names the field for ${JSON.stringify(wrong.with)}`, async () => {
      const complete = await contract.prepare(world);
      const sent = world.sandbox.requests.length;
      const ui = new ContractUi();
      const result = await run({ ...complete, ...wrong.with }, ui);
      assert.ok(result.outcome === "failed", JSON.stringify(result));
      assert.equal(result.failure.kind, "invalidParameter");
      assert.equal(result.failure.field, wrong.field);
      assert.deepEqual([ui.asked, world.sandbox.requests.slice(sent).map(({ action }) => action)], [[], []]);
    });
  }

  it("is in the history, and nothing secret is", async () => {
    const complete = await contract.prepare(world);
    const before = (await world.history()).length;
    const sent = world.changes().length;
    assert.equal((await run(complete)).outcome, "done");
    const entries = (await world.history()).slice(before);
    const actions = world.changes().slice(sent);
    assert.ok(actions.length > 0);
    const untold = actions.filter((action) => !known.has(action));
    assert.deepEqual(untold, [], "some case tells in `sends` what can be in the way of each");
    // A dry run changes nothing, and is no entry.
    assert.deepEqual(new Set(entries.map(({ action }) => action)), new Set(actions));
    assert.ok(entries.every(({ outcome }) => outcome === "done"));
    const text = JSON.stringify(entries);
    for (const { accessKeyId, secretAccessKey } of world.sandbox.profiles) {
      assert.ok(!text.includes(accessKeyId) && !text.includes(secretAccessKey));
    }
  });
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
