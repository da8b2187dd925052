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

describe("the access map of 200 by 200", () => {
  const { editor, sandbox } = useEditor({ sandbox: { settleMs: 0, data: { scale: 200 } } });

  before("let 200 in", async function () {
    this.timeout(60_000);
    const owner = sandbox().profiles.find(({ name }) => name === "sandbox-classic");
    assert.ok(owner);
    const { region, endpoint } = sandbox();
    const client = new ElastiCacheClient({ region, endpoint, credentials: owner });
    for (let number = 1; number <= 198; number++) {
      await client.send(
        new AuthorizeCacheSecurityGroupIngressCommand({
          CacheSecurityGroupName: `group-${String(Math.max(3, number)).padStart(3, "0")}`,
          EC2SecurityGroupName: `source-${number}`,
          EC2SecurityGroupOwnerId: owner.accountId,
        }),
      );
    }
    client.destroy();
  });

  it("draws what is seen, and leads to its last cell", async () => {
    const map = await openMap(editor());
    await map.locators.locator("tr.source").first().waitFor();
    const [rows, columns] = [
      Number(await map.grid.getAttribute("aria-rowcount")),
      Number(await map.grid.getAttribute("aria-colcount")),
    ];
    assert.ok(rows > 200 && columns > 200, `${rows} by ${columns}`);
    const frame = await map.frame();
    // What the page itself computes: what a busy machine takes besides is not counted.
    const cdp = await editor()
      .page.context()
      .newCDPSession(frame)
      .catch(() => editor().page.context().newCDPSession(editor().page));
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const counted = async () => {
      const { metrics } = await cdp.send("Performance.getMetrics");
      const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
      return { busy: of("TaskDuration") * 1_000, layouts: of("LayoutCount") };
    };
    const picture = await frame.evaluate<number>(drawing);
    const before = await counted();
    const times = await frame.evaluate<{ frames: readonly number[]; most: number }>(scrolling);
    const after = await counted();
    const each = (after.busy - before.busy) / times.frames.length;
    const layouts = (after.layouts - before.layouts) / times.frames.length;
    const measured =
      `access map of ${rows} by ${columns}: first picture ${Math.round(picture)} ms; ` +
      `${times.frames.length} frames, ${each.toFixed(1)} ms of CPU and ${layouts.toFixed(1)} layouts each, slowest ${Math.round(Math.max(...times.frames))} ms, ` +
      `${times.frames.filter((frameTime) => frameTime > 50).length} over 50 ms; ${times.most} cells`;
    if (process.env["ELASTICACHE_ACCESS_MEASURED"]) {
      console.log(measured);
    }
    // Half of what a frame may take, and room for a machine that others use; laid out once, and not in between.
    assert.ok(each < 25 && layouts < 1.6, measured);
    assert.ok(times.most < 1_500, measured);
    await editor().notifications.clear();
    await editor().screenshot("map-200");
    await map.locators.locator("[tabindex='0']").last().focus();
    await map.press("Control+End");
    await map.locators.locator(`tr[aria-rowindex="${rows}"] td[aria-colindex="${columns}"]:focus`).waitFor();
  });
});

/** In the page: from the news of a map to its picture. */
const drawing = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const news = new Promise((resolve) =>
    addEventListener("message", () => resolve(performance.now()), { capture: true, once: true }));
  [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Refresh").click();
  const since = await news;
  await frame();
  await frame();
  const picture = performance.now() - since;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return picture;
})()`;

/** In the page: how long each frame takes while it is scrolled, and how many cells there are at most. */
const scrolling = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const scroller = document.querySelector(".scroller");
  const frames = [];
  let most = 0;
  let before = await frame();
  for (let at = 0; at < 120; at++) {
    scroller.scrollTop += at < 90 ? 50 : -140;
    scroller.scrollLeft += at < 60 ? 140 : -130;
    const now = await frame();
    frames.push(now - before);
    before = now;
    most = Math.max(most, document.querySelectorAll("td.cell").length);
  }
  scroller.scrollTo(0, 0);
  await frame();
  return { frames, most };
})()`;
