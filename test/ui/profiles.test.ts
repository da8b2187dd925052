import assert from "node:assert/strict";
import { useEditor } from "./editor/useEditor";

describe("the view", () => {
  const { editor, sandbox } = useEditor();

  it("shows every profile, closed, and asks AWS for nothing", async () => {
    for (const { name } of sandbox().profiles) {
      await editor().tree.waitFor([name], { icon: "account", expanded: false });
    }
    assert.equal((await editor().tree.rows()).length, sandbox().profiles.length);
    assert.deepEqual(sandbox().requests, []);
  });
});
