import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Params } from "../../../src/commands/command";
import { commands } from "../../../src/commands/table";
import { ConcurrencyLimit } from "../../../src/store/concurrencyLimit";
import { CommandWorld } from "../../support/commandWorld";
import type { Scripted } from "../../support/scriptedUi";
import { until } from "../../support/until";
import { type ContractCase, contractCases } from "./contractCases";
import { RecordingUi } from "./recordingUi";

/**
 * All that each change asks and says, whole, beside this file in `shown/`. Where words change on purpose,
 * `ELASTICACHE_ACCESS_WRITE_SHOWN=1` writes the files anew, to be read before they are committed.
 */
const folder = "test/wire/changes/shown";
const isWriting = process.env["ELASTICACHE_ACCESS_WRITE_SHOWN"] === "1";

for (const [id, contract] of Object.entries(contractCases)) {
  it(`all that ${id} asks and says is as written down`, async () => {
    const parts = [
      await once(id, contract, "one, and its Undo", async (world) => ({
        params: contract.asked(await contract.prepare(world)),
        answers: contract.answers,
      })),
      ...(contract.several ? [await once(id, contract, "several, and their Undo", contract.several)] : []),
      await once(id, contract, "what is so already", async (world) => {
        const params = await contract.prepare(world);
        const ui = new RecordingUi();
        await run(world, id, params, ui);
        await until(() => ui.messages.length > 0, `${id}: what was made has settled`);
        return { params, answers: [] };
      }),
      // Rules are tried in a dry run first: what is refused there is not in the plan.
      ...(contract.several && id !== "authorizeVpcIngress"
        ? [
            await once(id, contract, "several, all refused", async (world) => {
              const prepared = await (contract.several ?? assert.fail())(world);
              refuse(world);
              return prepared;
            }),
          ]
        : []),
    ];
    const text = `${parts.flat().join("\n")}\n`;
    const file = `${folder}/${id}.txt`;
    if (isWriting) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, text);
    }
    assert.equal(text, readFileSync(file, "utf8"));
  });
}

/** Every request that would change something is refused. */
function refuse(world: CommandWorld): void {
  world.sandbox.setFaults(
    ["RevokeCacheSecurityGroupIngress", "DeleteCacheSecurityGroup", "RevokeSecurityGroupIngress"].map(
      (action) => ({ action, code: "AccessDenied" }),
    ),
  );
}

/** What is shown of one run, in a world of its own. */
async function once(
  id: string,
  contract: ContractCase,
  title: string,
  prepare: (
    world: CommandWorld,
  ) => Promise<{ readonly params: Params; readonly answers: readonly Scripted[] }>,
): Promise<readonly string[]> {
  const world = await CommandWorld.start();
  try {
    Object.assign(world.services, { lanes: new ConcurrencyLimit(1) });
    const { params, answers } = await prepare(world);
    const ui = new RecordingUi(...answers);
    const { outcome } = await run(world, id, params, ui);
    await until(() => ui.messages.length > 0, `${id}, ${title}: the change says how it ended`);
    if (ui.messages.at(-1)?.actions.includes("Undo") && contract.noUndo !== true) {
      ui.lines.push("-- Undo");
      ui.pressUndo();
      await until(() => ui.messages.length > 1, `${id}, ${title}: the Undo says how it ended`);
    }
    return [`== ${title}`, ...ui.lines, `-> ${outcome}`, ""];
  } finally {
    await world.close();
  }
}

function run(world: CommandWorld, id: string, params: Params, ui: RecordingUi) {
  return world.run(commands.find((each) => each.id === id) ?? assert.fail(id), params, ui);
}
