import assert from "node:assert/strict";
import { useEditor } from "./editor/useEditor";

describe("Find by clicks", () => {
  const { editor, sandbox } = useEditor();

  it("finds the cache of an address out of an error, in a target that nobody has opened", async () => {
    const { tree, quickInput } = editor();
    await tree.expand("sandbox-classic", "us-west-2");
    await tree.titleAction("Find…");
    await quickInput.waitFor({ title: "Find", busy: false });
    await quickInput.type("rediss://sessions-0001-001.sessions.abc123.usw2.cache.amazonaws.com:6379");
    await quickInput.item({ label: "Look in 2 more targets", focused: true });
    const before = sandbox().requests.length;
    await quickInput.enter();
    await quickInput.item({ label: "sessions", focused: true });
    assert.ok(sandbox().requests.length > before);
    await editor().screenshot("find");
    await quickInput.enter();
    await quickInput.waitForClosed();
    await tree.waitFor(["sandbox-vpc", "us-west-2", "Caches", "sessions"], { selected: true });
  });

  it("takes words in any order, and says so of what is above a row", async () => {
    const { quickInput, tree } = editor();
    await tree.titleAction("Find…");
    await quickInput.waitFor({ title: "Find", busy: false });
    await quickInput.type("classic session shop");
    await quickInput.item({ label: "sessions", description: /Cache security groups/, focused: true });
    await quickInput.escape();
    await quickInput.waitForClosed();
  });
});
