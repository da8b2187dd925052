import assert from "node:assert/strict";
import { eventually } from "./editor/eventually";
import { useEditor } from "./editor/useEditor";

const mygroup = ["sandbox-classic", "us-west-2", "Cache security groups", "mygroup"];

describe("the view of somebody whose setting names profiles that are gone", () => {
  const { editor } = useEditor({ settings: { "elasticacheAccess.profiles": ["gone"] } });

  it("says that they are hidden, and not that there are none", async () => {
    const welcome = editor().tree.welcome();
    await welcome.getByText(/is hidden: the setting elasticacheAccess\.profiles names others/).waitFor();
    assert.doesNotMatch((await welcome.textContent()) ?? "", /No AWS profiles were found/);
    await editor().screenshot("welcome-hidden");
  });

  it("leads to where they are chosen", async () => {
    const { tree, quickInput } = editor();
    await tree.welcome().getByRole("button", { name: "Choose Profiles" }).click();
    await quickInput.waitFor({ title: "Choose Profiles", busy: false });
    await quickInput.check("sandbox-vpc");
    await quickInput.enter();
    await tree.waitFor(["sandbox-vpc"]);
  });
});

describe("the view of somebody who has configured nothing", () => {
  const { editor } = useEditor({ profiles: false });

  it("says where profiles come from, and offers the sandbox", async () => {
    const text = await editor().tree.welcome().textContent();
    assert.match(text ?? "", /No AWS profiles were found/);
    assert.match(text ?? "", /~\/\.aws\/config/);
    assert.equal(await editor().tree.welcome().locator(".button-container").count(), 1, "one main button");
    await editor().screenshot("welcome");
  });

  it("leads to the walkthrough, whose pictures are there", async () => {
    const { page, tree } = editor();
    // What points at the view's icon tells its name, which may lie over the link.
    await page.mouse.move(800, 700);
    // A narrow page leaves the pictures out.
    await page.setViewportSize({ width: 2400, height: 900 });
    const steps = page.locator(".getting-started-step");
    // VS Code opens its own steps as long as it has not taken up ours.
    await eventually(async () => {
      await tree.welcome().getByText("The first steps").click();
      const first = steps.filter({ hasText: "Start the sandbox" }).first();
      return first.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => undefined,
      );
    });
    assert.deepEqual(
      (await steps.locator(".step-title").allTextContents()).map((title) => title.trim()),
      ["Start the sandbox", "Let one more in", "Tell the two generations apart", "Protect production"],
    );
    // The oldest VS Code has a second side bar open beside them, and no room for pictures.
    const pictured =
      process.env["VSCODE_WEB_RELEASE"] === "oldest"
        ? []
        : ["Tell the two generations apart", "Start the sandbox"];
    for (const title of pictured) {
      await steps.filter({ hasText: title }).first().click();
      await page
        .frameLocator("iframe.webview.ready")
        .frameLocator("#active-frame")
        .locator("svg title")
        .waitFor({ state: "attached" });
      await page.locator("iframe.webview.ready").waitFor();
      await editor().screenshot(`walkthrough-${title.replaceAll(" ", "-")}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("starts the sandbox, whose row to begin with is open and has the focus", async () => {
    await editor().tree.welcome().getByRole("button", { name: "Start Sandbox" }).click();
    await editor().tree.waitFor(["sandbox-classic"], { icon: "beaker" });
    await editor().notifications.waitFor(/The sandbox runs\. Try it/);
    await editor().page.getByText("No AWS profiles were found. This is the sandbox").waitFor();
    await editor().tree.waitFor(mygroup, { selected: true });
    // The first step of the walkthrough is complete by itself.
    await editor()
      .page.locator(".getting-started-step .codicon-getting-started-step-checked.complete")
      .first()
      .waitFor();
    await editor().page.keyboard.press("ArrowUp");
    await editor().page.keyboard.press("Enter");
    await editor().tree.waitFor(mygroup, { selected: false });
    await editor().screenshot("started-sandbox");
  });

  for (const [title, other] of [
    ["Stop Sandbox", "Start Sandbox"],
    ["Start Sandbox", "Stop Sandbox"],
  ] as const) {
    it(`offers ${title} alone now, in the view's menu and in the palette`, async () => {
      const { page, quickInput, tree } = editor();
      const menu = await tree.moreMenu();
      const items = await menu.items();
      assert.deepEqual([items.includes(title), items.includes(other)], [true, false]);
      await menu.close();
      await page.keyboard.press("F1");
      await quickInput.waitFor({ value: /^>/ });
      await quickInput.type(">ElastiCache Access: Sandbox");
      await quickInput.item({ label: `ElastiCache Access: ${title}` });
      const labels = (await quickInput.items()).map(({ label }) => label);
      assert.ok(!labels.includes(`ElastiCache Access: ${other}`));
      await quickInput.pick(`ElastiCache Access: ${title}`);
      await quickInput.waitForClosed();
      await (title === "Stop Sandbox"
        ? editor().tree.welcome().waitFor()
        : editor().tree.waitFor(mygroup, { selected: true }));
    });
  }

  it("shows the welcome again when the sandbox is stopped", async () => {
    await editor().command("Stop Sandbox");
    await editor().tree.welcome().waitFor();
  });
});

describe("the first grant, from a fresh install without AWS files", () => {
  const { editor } = useEditor({ profiles: false });

  it("takes four clicks and two keys at most", async () => {
    const { page, tree, notifications, quickInput } = editor();
    await page.evaluate(`
      globalThis.pressed = { clicks: 1, keys: 0 }; // The view was opened by a click.
      // The bell is for a machine so busy that the message has left the corner before the button was pressed.
      addEventListener("mousedown", ({ target }) => {
        pressed.clicks += target.closest("[id='status.notifications']") ? 0 : 1;
      }, true);
      addEventListener("keydown", () => { pressed.keys += 1; }, true);
    `);
    await tree.welcome().getByRole("button", { name: "Start Sandbox" }).click();
    await notifications.choose(/The sandbox runs/, "Authorize Ingress…");
    await quickInput.waitFor({ title: /Authorize Ingress/, busy: false });
    const { label } = await quickInput.item({ focused: true });
    await page.keyboard.press("Enter");
    // The owner came with the group.
    await quickInput.item({ label: "Authorize ingress", focused: true });
    await page.keyboard.press("Enter");
    await notifications.waitFor(new RegExp(`^${label} of account \\d+ is authorized in mygroup`));
    await tree.waitFor([...mygroup, label], { icon: "pass-filled" });
    const pressed = await page.evaluate<{ clicks: number; keys: number }>("pressed");
    assert.ok(pressed.clicks <= 4 && pressed.keys <= 2, JSON.stringify(pressed));
  });
});
