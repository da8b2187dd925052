import assert from "node:assert/strict";
import { connect } from "node:net";
import { loadSandbox } from "../../../src/bundles";
import { startSandbox, stopSandbox } from "../../../src/commands/sandboxCommands";
import { EditorSandbox } from "../../../src/store/editorSandbox";
import { ProfileStore } from "../../../src/store/profileStore";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { until } from "../../support/until";

type Call = "start" | "stop";

describe("the sandbox of the editor", () => {
  let sandbox: EditorSandbox;
  let profiles: ProfileStore;
  const runs: boolean[] = [];
  const endpoints = new Set<string>();

  beforeEach(() => {
    runs.length = 0;
    endpoints.clear();
    profiles = new ProfileStore(async () => ({
      profiles: new Map(),
      ssoSessions: new Map(),
      services: new Map(),
      problems: [],
    }));
    sandbox = new EditorSandbox(profiles, {
      load: loadSandbox,
      forget: () => undefined,
      runs: (now) => runs.push(now),
      log: () => undefined,
    });
  });
  afterEach(() => sandbox.stop());

  const call = async (what: Call) => {
    if (what === "stop") {
      return sandbox.stop();
    }
    const { facts } = await sandbox.start();
    endpoints.add(facts.endpoint);
    return facts.endpoint;
  };

  for (const calls of everyOrder(4)) {
    it(`ends as it was told last: ${calls.join(", ")} at the same moment`, async () => {
      await Promise.all(calls.map(call));
      const last = calls.at(-1) === "start";
      const facts = await sandbox.facts();
      assert.equal(facts !== undefined, last);
      assert.equal((await profiles.config()).profiles.has("sandbox-classic"), last);
      for (const endpoint of endpoints) {
        assert.equal(await answers(endpoint), endpoint === facts?.endpoint, endpoint);
      }
      assert.equal(runs.at(-1) ?? false, last);
      assert.equal(await sandbox.stop(), last);
      assert.ok(!(facts && (await answers(facts.endpoint))));
      assert.equal(await sandbox.facts(), undefined);
    });
  }

  it("starts once, whoever asks for it at the same moment", async () => {
    const started = await Promise.all([sandbox.start(), sandbox.start(), sandbox.start()]);
    assert.deepEqual(
      started.map(({ isNew }) => isNew),
      [true, false, false],
    );
    assert.equal(new Set(started.map(({ facts }) => facts.endpoint)).size, 1);
    assert.deepEqual(runs, [true]);
  });

  it("can be started after it could not be", async () => {
    let broken = true;
    const failing = new EditorSandbox(profiles, {
      load: loadSandbox,
      forget: () => {
        if (broken) {
          throw new Error("not now");
        }
      },
      runs: (now) => runs.push(now),
      log: () => undefined,
    });
    await assert.rejects(failing.start());
    broken = false;
    assert.deepEqual([await failing.stop(), runs], [false, []]);
    const { facts } = await failing.start();
    assert.ok(await answers(facts.endpoint));
    assert.ok(await failing.stop());
    assert.ok(!(await answers(facts.endpoint)));
  });
});

describe("Start Sandbox and Stop Sandbox", () => {
  it("say once what came of it", async () => {
    const world = await CommandWorld.start();
    try {
      for (const [command, outcome, text] of [
        [stopSandbox, "unchanged", /^The sandbox does not run$/],
        [startSandbox, "done", /^The sandbox runs\. Try it: let somebody into mygroup$/],
        [startSandbox, "unchanged", /^The sandbox runs already$/],
        [stopSandbox, "done", undefined],
      ] as const) {
        const ui = new ScriptedUi();
        assert.equal((await world.run(command, {}, ui)).outcome, outcome);
        await until(() => ui.messages.length >= (text ? 1 : 0), "the message");
        assert.equal(ui.messages.length, text ? 1 : 0);
        assert.match(ui.messages[0]?.text ?? "", text ?? /^$/);
      }
    } finally {
      await world.close();
    }
  });
});

describe("Start Sandbox for the first time", () => {
  it("opens the row to begin with, and leads from its message to whom to let in", async () => {
    const world = await CommandWorld.start();
    const shown: unknown[] = [];
    try {
      const ui = new ScriptedUi("escape");
      ui.action = "Authorize Ingress…";
      const { services } = world;
      const tree = { ...services.tree, show: async (...row: unknown[]) => void shown.push(row) };
      Object.assign(services, { tree });
      assert.equal((await world.run(startSandbox, {}, ui)).outcome, "done");
      await until(() => ui.asked.length > 0, "a question");
      assert.deepEqual(shown, [["cacheSecurityGroup/sandbox-classic/us-west-2/mygroup"]]);
      assert.match(ui.asked[0]?.title ?? "", /^Authorize Ingress/);
      assert.ok(ui.asked[0]?.labels.includes("default"), "the group is known: the first question is who");
    } finally {
      await world.services.sandbox.stop();
      await world.close();
    }
  });
});

function everyOrder(length: number): readonly (readonly Call[])[] {
  if (length === 0) {
    return [[]];
  }
  return everyOrder(length - 1).flatMap((rest) => [
    ["start", ...rest],
    ["stop", ...rest],
  ]) as readonly (readonly Call[])[];
}

/** Whether something listens there. */
function answers(endpoint: string): Promise<boolean> {
  const { hostname, port } = new URL(endpoint);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
