import assert from "node:assert/strict";
import { eventually } from "./editor/eventually";
import { useEditor } from "./editor/useEditor";

const groups = ["sandbox-classic", "us-west-2", "Cache security groups"];
const grant = [...groups, "sessions", "checkout"];

describe("read-only mode by clicks", () => {
  const { editor, sandbox } = useEditor();

  it("is turned on in the view's title, and takes the changes away from rows and menus", async () => {
    const { tree, page } = editor();
    await tree.expand(...groups, "sessions");
    await tree.titleAction("Turn On Read-Only Mode");
    await tree.waitFor(["sandbox-classic"], { description: /read-only/, icon: "lock" });
    await page.getByRole("button", { name: "Turn Off Read-Only Mode" }).waitFor();
    await page.getByText("Read-only mode is on: nothing can be changed from here.").waitFor();

    const menu = await tree.menu(...grant);
    const revoke = page.locator(".context-view .action-item").filter({ hasText: "Revoke Ingress…" });
    assert.match((await revoke.getAttribute("class")) ?? "", /\bdisabled\b/);
    await editor().screenshot("read-only");
    await menu.close();
  });

  it("is turned off there too", async () => {
    const { tree, page } = editor();
    await tree.titleAction("Turn Off Read-Only Mode");
    await tree.waitFor(["sandbox-classic"], { icon: /^(?!lock)/ });
    await page.getByRole("button", { name: "Turn On Read-Only Mode" }).waitFor();
    assert.deepEqual(changes(sandbox().requests), []);
  });
});

describe("a protected profile by clicks", () => {
  const { editor, sandbox } = useEditor({
    settings: { "elasticacheAccess.protectedProfiles": ["sandbox-c*"] },
  });

  it("asks for its name before anything else, and takes no other", async () => {
    const { tree, dialog, quickInput } = editor();
    await tree.waitFor(["sandbox-classic"], { description: /protected/, icon: "verified" });
    await tree.expand(...groups, "sessions");
    // The account's number has all that stands below drawn anew.
    await tree.waitFor(["sandbox-classic"], { description: /^123456781234 · protected/ });
    await (await tree.menu(...grant)).choose("Revoke Ingress…");
    await quickInput.waitFor({ title: "sandbox-classic is protected" });
    await quickInput.type("sandbox");
    await quickInput.waitFor({ message: /Type sandbox-classic to go on/, severity: "error" });
    await quickInput.enter();
    await quickInput.waitFor({ title: "sandbox-classic is protected" });
    assert.deepEqual(changes(sandbox().requests), []);
    await quickInput.type("sandbox-classic");
    await quickInput.enter();
    await dialog.choose("Revoke");
    await tree.waitForNo(grant);
    assert.deepEqual(changes(sandbox().requests), ["RevokeCacheSecurityGroupIngress"]);
  });

  it("is asked for again by Undo, and sends nothing at Escape", async () => {
    const { notifications, quickInput } = editor();
    await notifications.choose(/is revoked from sessions/, "Undo");
    await quickInput.waitFor({ title: "sandbox-classic is protected" });
    await quickInput.escape();
    await quickInput.waitForClosed();
    assert.deepEqual(changes(sandbox().requests), ["RevokeCacheSecurityGroupIngress"]);
  });

  it("has its changes in the history", async () => {
    await editor().command("Show History");
    const lines = editor().page.locator(".monaco-editor .view-line");
    await eventually(async () =>
      (await lines.allInnerTexts()).some((line) => /done.+Revoke/.test(line.replaceAll("\u00a0", " ")))
        ? true
        : undefined,
    );
    await editor().screenshot("history");
  });
});

function changes(requests: readonly { readonly action: string }[]): readonly string[] {
  return requests.map(({ action }) => action).filter((action) => !/^(?:Describe|Get)/.test(action));
}
