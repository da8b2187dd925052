import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import manifest from "../../../package.json";
import { commands } from "../../../src/commands/table";
import { CommandWorld } from "../../support/commandWorld";
import { WalkingUi } from "./walkingUi";

/**
 * What is heard of each step of each command of the palette that asks anything, beside this file. Where words change on
 * purpose, `ELASTICACHE_ACCESS_WRITE_SHOWN=1` writes the file anew, to be read before it is committed.
 */
const file = "test/wire/commands/steps.txt";
const isWriting = process.env["ELASTICACHE_ACCESS_WRITE_SHOWN"] === "1";

const { commands: contributed, menus } = manifest.contributes;
const hidden = new Set(
  menus.commandPalette.filter(({ when }) => when === "false").map((each) => each.command),
);
const shown = contributed.map(({ command }) => command).filter((command) => !hidden.has(command));

describe("the steps of the commands", () => {
  it("have a name each, and so has what they offer", async () => {
    const lines: string[] = [];
    const asking = commands.filter(({ id }) => shown.includes(`elasticacheAccess.${id}`));
    for (const command of asking.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const world = await CommandWorld.start();
      try {
        const ui = new WalkingUi();
        await world.run(command, {}, ui);
        assert.deepEqual(world.changes(), [], command.id);
        if (ui.heard.length > 0) {
          lines.push(`== ${command.id}`, ...ui.heard.map(withoutIds), "");
        }
      } finally {
        await world.close();
      }
    }
    const text = lines.join("\n");
    if (isWriting) {
      writeFileSync(file, text);
    }
    assert.equal(text, readFileSync(file, "utf8"));
  });
});

function withoutIds(text: string): string {
  return text.replace(/\b(sgr?|eni|i|subnet)-[0-9a-f]{8,}/g, "$1-ID");
}
