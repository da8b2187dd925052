import assert from "node:assert/strict";
import { useEditor } from "./editor/useEditor";

describe("a window without a machine", () => {
  const { editor } = useEditor({
    // As in vscode.dev: the browser's own extension host.
    settings: { "remote.extensionKind": { "elasticache-access.elasticache-access": ["web"] } },
  });

  it("says in the view why nothing is there, and what to do", async () => {
    const { tree, page } = editor();
    await page.getByText("This window runs in a browser alone").waitFor();
    const said = await tree.welcome().innerText();
    assert.match(said, /Open the folder in VS Code/);
    assert.doesNotMatch(said, /Start Sandbox|Choose Profiles/);
  });

  it("answers each command with what it lacks", async () => {
    await editor().command("Authorize Ingress…");
    await editor().notifications.waitFor(/^This window has no machine to run ElastiCache Access on\.$/);
  });
});
