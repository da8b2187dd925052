import assert from "node:assert/strict";
import * as changing from "../../../src/commands/changing";
import * as copying from "../../../src/commands/copying";
import * as reaching from "../../../src/commands/reaching";
import { commands } from "../../../src/commands/table";

describe("the commands that are loaded when they are called", () => {
  const loaded = [...changing.commands, ...reaching.commands, ...copying.commands];

  for (const { run: _, ...head } of loaded) {
    it(`are in the table with what they say of themselves: ${head.id}`, () => {
      const inTable = commands.filter(({ id }) => id === head.id).map(({ run: _, ...rest }) => rest);
      assert.deepEqual(inTable, [head]);
    });
  }

  it("are of one file each, and of the one that the table loads", async () => {
    assert.equal(new Set(loaded.map(({ id }) => id)).size, loaded.length);
    for (const { id } of loaded) {
      const [inTable, own] = [commands, loaded].map((some) => some.find((command) => command.id === id));
      assert.notEqual(inTable, own, `${id} is loaded later`);
    }
  });
});
