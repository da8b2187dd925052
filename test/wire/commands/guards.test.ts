import assert from "node:assert/strict";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import type { Command, Params } from "../../../src/commands/command";
import { createCacheSecurityGroup } from "../../../src/commands/createCacheSecurityGroup";
import { deleteCacheSecurityGroup } from "../../../src/commands/deleteCacheSecurityGroup";
import { turnReadOnlyOff, turnReadOnlyOn } from "../../../src/commands/readOnlyMode";
import { revokeIngress } from "../../../src/commands/revokeIngress";
import type { Message } from "../../../src/ui/ui";
import { CommandWorld } from "../../support/commandWorld";
import { type Scripted, ScriptedUi } from "../../support/scriptedUi";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const group = { ...target, cacheSecurityGroupName: "mygroup" };
const grant = { ...group, ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: "565419523791" };
const confirmed = { confirmed: true };

/** Each change as a complete call, and as a row's or the palette's with what a user answers before the guard. */
const cases: readonly {
  readonly command: Command;
  readonly complete: Params;
  readonly row: Params;
  readonly answers: readonly Scripted[];
  /** What has to be there before. */
  readonly before?: { readonly command: Command; readonly params: Params };
}[] = [
  {
    command: authorizeIngress,
    complete: grant,
    row: group,
    answers: [{ pick: "default" }, { pick: "Authorize ingress" }],
  },
  {
    command: createCacheSecurityGroup,
    complete: { ...target, cacheSecurityGroupName: "made", description: "d" },
    row: target,
    answers: [{ input: "made" }, { input: "d" }],
  },
  {
    command: revokeIngress,
    complete: { ...grant, ...confirmed },
    row: grant,
    answers: [{ confirm: true }],
    before: { command: authorizeIngress, params: grant },
  },
  {
    command: deleteCacheSecurityGroup,
    complete: { ...target, cacheSecurityGroupName: "made", ...confirmed },
    row: { ...target, cacheSecurityGroupName: "made" },
    answers: [{ confirm: true }],
    before: {
      command: createCacheSecurityGroup,
      params: { ...target, cacheSecurityGroupName: "made", description: "d" },
    },
  },
];

/** Whether what is answered are a flow's steps, and not a modal. */
function isFlow(answers: readonly Scripted[]): boolean {
  return !answers.some((answer) => typeof answer === "object" && "confirm" in answer);
}

describe("protected profiles", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
    protect(["sandbox-c*"]);
  });
  afterEach(() => world.close());

  function protect(protectedProfiles: readonly string[]) {
    world.settings = { ...world.settings, protectedProfiles };
  }

  for (const { command, complete, row, answers, before: needed } of cases) {
    it(`refuse ${command.id} by params, asking and sending nothing`, async () => {
      const before = world.changes().length;
      const ui = new ScriptedUi();
      const result = await world.run(command, complete, ui);
      assert.ok(result.outcome === "failed", JSON.stringify(result));
      assert.equal(result.failure.kind, "protected");
      assert.match(result.failure.message, /protectedProfiles/);
      assert.deepEqual(ui.asked, []);
      assert.equal(world.changes().length, before);
    });

    it(`let ${command.id} from a row be given up, sending nothing`, async () => {
      const before = world.changes().length;
      // A flow's steps come first, the guard before the question that decides.
      const ui = new ScriptedUi(...(isFlow(answers) ? answers : []), "escape");
      assert.equal((await world.run(command, row, ui)).outcome, "cancelled");
      assert.equal(ui.asked.at(-1)?.title, "sandbox-classic is protected");
      assert.equal(world.changes().length, before);
    });

    it(`do ${command.id} from a row once the profile's name is typed`, async () => {
      if (needed) {
        protect([]);
        assert.equal((await world.run(needed.command, needed.params)).outcome, "done");
        protect(["sandbox-c*"]);
      }
      const guard = { input: "sandbox-classic" };
      const ui = new ScriptedUi(...(isFlow(answers) ? [...answers, guard] : [guard, ...answers]));
      const result = await world.run(command, row, ui);
      assert.equal(result.outcome, "done", JSON.stringify(result));
      ui.assertAllAsked();
    });
  }

  it("take no other name", async () => {
    const { command, row, answers } = cases[1] ?? assert.fail();
    const wrong = world.run(command, row, new ScriptedUi(...answers, { input: "sandbox" }));
    await assert.rejects(wrong, /Type sandbox-classic to go on/);
  });

  it("ask for the name from the palette too, where the profile is chosen first", async () => {
    const before = world.changes().length;
    const answers = [{ pick: /^sandbox-classic/ }, { input: "other" }, { input: "d" }, "escape"] as const;
    const ui = new ScriptedUi(...answers);
    assert.equal((await world.run(createCacheSecurityGroup, {}, ui)).outcome, "cancelled");
    ui.assertAllAsked();
    assert.equal(world.changes().length, before);
  });

  it("leave the others alone", async () => {
    const other = { profile: "sandbox-partner", region: "us-west-2" };
    const params = { ...other, cacheSecurityGroupName: "free", description: "d" };
    assert.equal((await world.run(createCacheSecurityGroup, params)).outcome, "done");
  });
});

describe("read-only mode", () => {
  let world: CommandWorld;
  before(async () => {
    world = await CommandWorld.start();
  });
  after(() => world.close());

  it("is turned on once, and off once", async () => {
    assert.equal((await world.run(turnReadOnlyOn, {})).outcome, "done");
    assert.equal(world.settings.readOnly, true);
    assert.equal((await world.run(turnReadOnlyOn, {})).outcome, "unchanged");
    assert.equal((await world.run(turnReadOnlyOff, {})).outcome, "done");
    assert.equal((await world.run(turnReadOnlyOff, {})).outcome, "unchanged");
    assert.equal(world.settings.readOnly, false);
  });

  for (const { command, complete, row, answers } of cases) {
    it(`stops ${command.id} that was under way when it was turned on`, async () => {
      const before = world.changes().length;
      for (const [params, ui] of [
        [complete, new ScriptedUi()],
        [row, new ScriptedUi(...answers)],
      ] as const) {
        world.settings = { ...world.settings, readOnly: true };
        const result = await world.run(command, params, ui);
        assert.ok(result.outcome === "failed" && result.failure.kind === "readOnly", JSON.stringify(result));
      }
      assert.equal(world.changes().length, before);
    });
  }
});

/** Takes Undo when it is offered, and turns a guard on just before. */
class UndoingUi extends ScriptedUi {
  override action = "Undo";
  readonly #before: () => void;

  constructor(before: () => void, ...script: readonly Scripted[]) {
    super(...script);
    this.#before = before;
  }

  override async tell(message: Message): Promise<string | undefined> {
    if (message.actions.includes("Undo")) {
      this.#before();
    }
    return super.tell(message);
  }
}

describe("guards and Undo", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  const undone = [
    ["createCacheSecurityGroup", "DeleteCacheSecurityGroup", cases[1]],
    ["authorizeIngress", "RevokeCacheSecurityGroupIngress", cases[0]],
    ["revokeIngress", "AuthorizeCacheSecurityGroupIngress", cases[2]],
  ] as const;

  for (const [name, undoing, each] of undone) {
    const change = async (ui: ScriptedUi) => {
      if (name === "revokeIngress") {
        assert.equal((await world.run(authorizeIngress, grant)).outcome, "done");
        await until(() => world.sandbox.requests.filter(({ action }) => /^Desc/.test(action)).length > 1);
      }
      assert.ok(each);
      assert.equal((await world.run(each.command, each.complete, ui)).outcome, "done");
    };

    it(`refuse the Undo of ${name} in read-only mode`, async () => {
      const ui = new UndoingUi(() => {
        world.settings = { ...world.settings, readOnly: true };
      });
      await change(ui);
      await until(() => ui.messages.some(({ text }) => /Read-only mode is on/.test(text)));
      assert.ok(!world.changes().slice(1).includes(undoing), world.changes().join());
    });

    it(`ask for a protected profile's name before the Undo of ${name}`, async () => {
      const protect = () => {
        world.settings = { ...world.settings, protectedProfiles: ["sandbox-classic"] };
      };
      const given = new UndoingUi(protect, "escape");
      await change(given);
      await until(() => given.asked.length > 0);
      assert.equal(given.asked[0]?.title, "sandbox-classic is protected");
      const before = world.changes().length;
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal(world.changes().length, before);
    });

    it(`do the Undo of ${name} in a protected profile once its name is typed`, async () => {
      const typed = new UndoingUi(
        () => {
          world.settings = { ...world.settings, protectedProfiles: ["sandbox-classic"] };
        },
        { input: "sandbox-classic" },
      );
      await change(typed);
      await until(() => world.changes().at(-1) === undoing);
      typed.assertAllAsked();
    });
  }

  async function until(isSo: () => boolean) {
    for (const deadline = Date.now() + 60_000; !isSo(); ) {
      assert.ok(Date.now() < deadline, "it did not happen");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});
