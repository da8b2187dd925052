import assert from "node:assert/strict";
import { AuthorizeCacheSecurityGroupIngressCommand, ElastiCacheClient } from "@aws-sdk/client-elasticache";
import { eventually, oneTry } from "./editor/eventually";
import { soon } from "./editor/press";
import { useEditor } from "./editor/useEditor";

const groups = ["sandbox-classic", "us-west-2", "Cache security groups"] as const;
const mygroup = [...groups, "mygroup"] as const;

describe("the main job by the keyboard alone", () => {
  const { editor, sandbox } = useEditor({ sandbox: { settleMs: 100 } });
  const press = (key: string) => editor().page.keyboard.press(key);

  /** That each button of the window has a name, and each entry of a list begins with its own, without an icon's. */
  async function allAreNamed(): Promise<void> {
    const { page, quickInput } = editor();
    const nameless = await page
      .locator("[role='button'], .monaco-button, .action-label[role]:not(.separator)")
      .filter({ visible: true })
      .evaluateAll((buttons) =>
        buttons
          .filter((button) => !(button.getAttribute("aria-label") ?? button.textContent ?? "").trim())
          .map((button) => button.outerHTML),
      );
    assert.deepEqual(nameless, []);
    for (const { label, accessibleLabel } of await quickInput.items()) {
      assert.ok(accessibleLabel.startsWith(label) && label !== "", `${accessibleLabel} for ${label}`);
    }
  }

  /** The label of the row that has the keyboard, where the tree has it at all. */
  async function focused(): Promise<string | undefined> {
    const row = editor().page.locator(".monaco-list:focus .monaco-list-row.focused .label-name");
    return (await row.count()) === 1 ? ((await row.textContent()) ?? undefined) : undefined;
  }

  async function focusIsOn(label: string): Promise<void> {
    await eventually(
      async () => (await focused()) === label || undefined,
      async () => `The focus is on ${await focused()}, not on ${label}, in\n${await editor().tree.outline()}`,
    );
  }

  /** Down to a row, however many are between. */
  async function downTo(label: string): Promise<void> {
    await eventually(async () => {
      if ((await focused()) === label) {
        return true;
      }
      await press("ArrowDown");
      return undefined;
    });
  }

  /** Opens a row with the arrow keys: again where it was being drawn anew at that moment. */
  async function open(...path: readonly string[]): Promise<void> {
    await eventually(async () => {
      if ((await editor().tree.waitFor(path)).expanded !== true) {
        await downTo(path.at(-1) ?? "");
        await press("ArrowRight");
      }
      await editor().tree.waitFor(path, { expanded: true }, oneTry);
      return true;
    });
  }

  it("gets to the groups", async () => {
    // The first time, before the view has drawn itself, VS Code leaves the focus where it was.
    await eventually(async () => {
      await press("F1");
      await editor().quickInput.waitFor({ value: /^>/ }, oneTry);
      await editor().quickInput.type(">Focus on Access View");
      await editor().quickInput.item({ label: /Focus on Access View/, focused: true });
      await press("Enter");
      await editor().quickInput.waitForClosed();
      await editor().page.locator(".monaco-list:focus .monaco-list-row").first().waitFor({ timeout: oneTry });
      return true;
    });
    await open("sandbox-classic");
    await open("sandbox-classic", "us-west-2");
    await editor().tree.waitFor(mygroup);
    await downTo("mygroup");
  });

  it("authorizes from the row's menu, and is on the grant", async () => {
    const { quickInput, tree } = editor();
    const menu = editor().page.locator(".context-view .monaco-menu");
    await eventually(async () => {
      if (!(await menu.isVisible())) {
        await focusIsOn("mygroup");
        await press("Shift+F10");
        await menu.waitFor({ timeout: oneTry });
      }
      const item = menu.locator(".action-item.focused");
      if ((await item.count()) === 1 && (await item.textContent(soon))?.startsWith("Authorize Ingress…")) {
        return true;
      }
      await press("ArrowDown");
      return undefined;
    });
    await press("Enter");
    await quickInput.waitFor({ title: /^Authorize Ingress/, busy: false });
    await quickInput.type("565419523791");
    const source = await quickInput.item({ label: "default", focused: true });
    assert.match(source.accessibleLabel, /^default, 565419523791/);
    await allAreNamed();
    await press("Enter");
    // The owner came with the group.
    await quickInput.waitFor({ step: "3/3" });
    const review = await quickInput.item({ label: "Authorize ingress", focused: true });
    assert.match(review.accessibleLabel, /^Authorize ingress/);
    await allAreNamed();
    await press("Enter");
    await tree.waitFor([...mygroup, "default"], { icon: "pass-filled" });
    await focusIsOn("default");
    await press("ArrowUp");
    await focusIsOn("mygroup");
  });

  it("copies a name, without opening or closing the row", async () => {
    await press("ControlOrMeta+c");
    assert.equal(await editor().clipboard(), "mygroup");
    await editor().tree.waitFor(mygroup, { expanded: true });
    await focusIsOn("mygroup");
  });

  it("undoes the last change, whatever became of its message", async () => {
    await press("ControlOrMeta+Alt+z");
    await editor().tree.waitForNo([...mygroup, "default"]);
    await focusIsOn("mygroup");
  });

  it("revokes with Delete, which asks, and goes on to the row beside", async () => {
    const { tree, dialog } = editor();
    for (const name of ["first", "second"]) {
      await authorize(name);
    }
    await editor().command("Refresh");
    for (const name of ["first", "second"]) {
      await tree.waitFor([...mygroup, name], { icon: "pass-filled" });
    }
    await focusIsOn("mygroup");
    await downTo("first");
    await pressDelete();
    assert.match((await dialog.read()).message, /first/);
    await press("Enter");
    await focusIsOn("second");
    await tree.waitForNo([...mygroup, "first"]);
    await focusIsOn("second");
    await pressDelete();
    await press("Escape");
    await focusIsOn("second");
    await tree.waitFor([...mygroup, "second"], { icon: "pass-filled" });
    await pressDelete();
    await press("Enter");
    await tree.waitForNo([...mygroup, "second"]);
    await focusIsOn("mygroup");
  });

  /** Asks to remove the row: again where the answer to the question before has yet to be taken up. */
  async function pressDelete(): Promise<void> {
    await eventually(async () => {
      await press("Delete");
      await editor().dialog.opened(oneTry);
      return true;
    });
  }

  /** As somebody else does it, before the region is read again. */
  async function authorize(name: string): Promise<void> {
    const owner = sandbox().profiles.find((profile) => profile.name === "sandbox-classic");
    assert.ok(owner);
    const { region, endpoint } = sandbox();
    const client = new ElastiCacheClient({ region, endpoint, credentials: owner });
    await client.send(
      new AuthorizeCacheSecurityGroupIngressCommand({
        CacheSecurityGroupName: "mygroup",
        EC2SecurityGroupName: name,
        EC2SecurityGroupOwnerId: owner.accountId,
      }),
    );
    client.destroy();
  }
});
