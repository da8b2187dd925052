import assert from "node:assert/strict";
import { openInConsole } from "../../../src/commands/openInConsole";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

describe("Open in AWS Console", () => {
  it("says of a profile with an endpoint of its own that the console shows nothing of that", async () => {
    const world = await CommandWorld.start();
    try {
      const ui = new ScriptedUi();
      const result = await world.run(openInConsole, { profile: "sandbox-vpc", region: "us-west-2" }, ui);
      assert.ok(result.outcome === "failed");
      assert.deepEqual([result.failure.kind, result.failure.field], ["invalidParameter", "profile"]);
      assert.match(
        result.failure.message,
        /asks http:\/\/127\.0\.0\.1:\d+: the AWS Console shows nothing of that/,
      );
    } finally {
      await world.close();
    }
  });
});
