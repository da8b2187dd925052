import assert from "node:assert/strict";
import { AuthorizeCacheSecurityGroupIngressCommand, ElastiCacheClient } from "@aws-sdk/client-elasticache";
import axe from "axe-core";
import { MapPage } from "./editor/accessMap";
import type { Editor } from "./editor/editor";
import { allThemes } from "./editor/themes";
import { useEditor } from "./editor/useEditor";

/** Opens the map, and reads all that the tree shows. */
async function openMap(editor: Editor): Promise<MapPage> {
  await editor.command("Open Access Map");
  const map = new MapPage(editor.page);
  await map.locators.getByRole("heading", { name: "Nothing was read yet" }).waitFor();
  await map.locators.getByRole("button", { name: "Read 3 Targets" }).click();
  await map.grid.waitFor();
  await map.locators.locator("main[aria-busy='false']").waitFor();
  return map;
}

/** What axe finds in the page, and where. */
async function violations(map: MapPage): Promise<readonly string[]> {
  const frame = await map.frame();
  await frame.evaluate(axe.source);
  return frame.evaluate(`axe.run().then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 200))))`);
}

describe("the access map in the four themes", () => {
  const { editor } = useEditor();
  let map: MapPage;

  /** What axe finds in each theme, in one window: which changes its theme. */
  async function inEachTheme(states: readonly (() => Promise<void>)[]): Promise<void> {
    for (const theme of allThemes) {
      await map.inTheme(theme, editor());
      for (const state of states) {
        await state();
        assert.deepEqual(await violations(map), [], theme);
      }
    }
  }

  it("has nothing that axe finds before anything was read", async () => {
    await editor().command("Open Access Map");
    map = new MapPage(editor().page);
    await inEachTheme([() => map.locators.getByRole("heading", { name: "Nothing was read yet" }).waitFor()]);
  });

  it("has nothing that axe finds with what was read, and of two caches compared", async () => {
    await map.locators.getByRole("button", { name: "Read 3 Targets" }).click();
    await map.says("Whatever can route to the VPC", "open-test", /open/);
    await map.locators.locator("main[aria-busy='false']").waitFor();
    await inEachTheme([
      async () => {
        await map.locators.getByLabel("Compare").selectOption({ label: "nothing" });
        await (await map.cell("Whatever can route to the VPC", "open-test")).click();
        await map.locators.getByRole("button", { name: "Explain Reachability…" }).waitFor();
      },
      async () => {
        await map.locators.getByLabel("Compare").selectOption({ label: "two caches" });
        await map.locators.getByLabel("Other").waitFor();
      },
    ]);
  });
});

describe("the access map by the keyboard alone", () => {
  const { editor, sandbox } = useEditor({ sandbox: { settleMs: 100 } });
  let map: MapPage;

  it("leads to a cell, and revokes what it says", async () => {
    map = await openMap(editor());
    await map.says("checkout", "sessions", /authorized/);
    await map.locators.locator("#filter").focus();
    const inGrid = map.locators.locator("th:focus, td:focus");
    for (let tabs = 0; tabs < 12 && (await inGrid.count()) === 0; tabs++) {
      await map.press("Tab");
    }
    await inGrid.waitFor();
    await map.go("checkout", "sessions");
    await map.press("Enter");
    const { quickInput, dialog } = editor();
    await quickInput.waitFor({ title: "checkout to sessions" });
    await quickInput.type("Revoke");
    await quickInput.enter();
    assert.match((await dialog.read()).message, /checkout/);
    await map.press("Enter");
    await map.says("default", "sessions", /authorized/);
    await map.row("checkout").waitFor({ state: "detached" });
  });

  it("authorizes, with the review of the flow", async () => {
    await map.locators.locator("[tabindex='0']").last().focus();
    await map.go("api-gateway", "mygroup");
    await map.press("Enter");
    const { quickInput } = editor();
    await quickInput.waitFor({ title: "api-gateway to mygroup" });
    await quickInput.type("Authorize");
    await quickInput.enter();
    await quickInput.item({ label: "Authorize ingress", focused: true });
    await quickInput.enter();
    await map.says("api-gateway", "mygroup", /authorized/);
  });

  it("goes to the ends of the grid, and shows a row in the tree", async () => {
    await map.locators.locator("[tabindex='0']").last().focus();
    await map.press("Control+End");
    const rows = await map.grid.getAttribute("aria-rowcount");
    await map.locators.locator(`tr[aria-rowindex="${rows}"] :focus`).waitFor();
    await map.press("Control+Home");
    await map.locators.locator("th.corner:focus").waitFor();
    await map.go("api-gateway", "mygroup");
    await map.press("Enter");
    await editor().quickInput.waitFor({ title: "api-gateway to mygroup" });
    await editor().quickInput.type("Show in Tree");
    await editor().quickInput.enter();
    const path = ["sandbox-classic", "us-west-2", "Cache security groups", "mygroup", "api-gateway"];
    await editor().tree.waitFor(path);
  });

  it("shows what somebody else has changed, once it was read again", async () => {
    const owner = sandbox().profiles.find(({ name }) => name === "sandbox-classic");
    assert.ok(owner);
    const { region, endpoint } = sandbox();
    const client = new ElastiCacheClient({ region, endpoint, credentials: owner });
    await client.send(
      new AuthorizeCacheSecurityGroupIngressCommand({
        CacheSecurityGroupName: "mygroup",
        EC2SecurityGroupName: "by-somebody-else",
        EC2SecurityGroupOwnerId: owner.accountId,
      }),
    );
    client.destroy();
    await map.locators.getByRole("button", { name: "Refresh" }).click();
    await map.says("by-somebody-else", "mygroup", /authoriz/);
  });

  it("is there again after the window was loaded again", async () => {
    await editor().page.reload();
    await map.locators.getByRole("button", { name: "Read 3 Targets" }).click();
    await map.says("by-somebody-else", "mygroup", /authorized/);
  });

  it("says in a band of its own what a target failed at, and leaves the others alone", async () => {
    sandbox().setFaults([
      { profile: "sandbox-classic", action: "DescribeCacheSecurityGroups", code: "AccessDenied" },
    ]);
    await map.locators.getByRole("button", { name: "Refresh" }).click();
    const band = map.locators.locator(".band").filter({ hasText: "sandbox-classic · us-west-2" });
    await band.filter({ hasText: "stale" }).waitFor();
    await editor().screenshot("map-band");
    await map.says("by-somebody-else", "mygroup", /authorized/);
    sandbox().setFaults([]);
    await band.getByRole("button").click();
    await band.waitFor({ state: "detached" });
  });
});
