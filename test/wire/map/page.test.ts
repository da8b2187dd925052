import assert from "node:assert/strict";
import type { MapFormat } from "../../../src/core/map/messages";
import { slowness } from "../../support/cpuTime";
import { largeMap } from "../../support/largeMap";
import { MapInBrowser } from "../../support/mapInBrowser";

describe("the page of the access map, in a browser", () => {
  let map: MapInBrowser;
  before(async () => {
    map = await MapInBrowser.open();
  });
  after(() => map?.close());

  const focused = () =>
    map.frame.evaluate<readonly (string | null)[]>(
      `[document.activeElement.closest("tr")?.getAttribute("aria-rowindex") ?? null, document.activeElement.getAttribute("aria-colindex")]`,
    );

  it("draws 200 by 200 within a second, and each frame in less than half of what one may take", async () => {
    const data = largeMap(200);
    assert.deepEqual([data.rows.length, data.columns.length], [200, 200]);
    const begun = await map.counted();
    const picture = await map.show(data);
    const before = await map.counted();
    const frames = 120;
    const most = await map.frame.evaluate<number>(scrolling(frames));
    const after = await map.counted();
    const each = (after.busy - before.busy) / frames;
    const layouts = (after.layouts - before.layouts) / frames;
    const measured =
      `first picture ${Math.round(picture)} ms, ${Math.round(before.busy - begun.busy)} of CPU; ` +
      `${each.toFixed(1)} ms of CPU and ${layouts.toFixed(2)} layouts a frame; ${most} cells`;
    // A frame may take 50. What is laid out more than once was asked for in between.
    const [first, frame] = [1_000 * slowness(), 25 * slowness()];
    assert.ok(before.busy - begun.busy < first && each < frame && layouts < 1.3, measured);
    assert.ok(most > 100 && most < 1_500, measured);
  });

  it("leads by keys to its last cell, and back to its corner", async () => {
    await map.frame.locator("td.cell").first().click();
    await map.page.keyboard.press("Control+End");
    await map.frame.locator(`tr[aria-rowindex="202"] td[aria-colindex="201"]:focus`).waitFor();
    await map.page.keyboard.press("ArrowUp");
    await map.page.keyboard.press("ArrowLeft");
    assert.deepEqual(await focused(), ["201", "200"]);
    // Whoever listens hears the word, its headings, and why it stands there.
    const why = await map.frame.locator("td:focus").getAttribute("aria-description");
    assert.match(why ?? "", /^(?:cache security group group-\d+ lets in|Nothing that was read lets it in)/);
    assert.equal(await map.frame.locator("td[aria-description]").count(), 1);
    assert.equal(await map.frame.getByRole("status").textContent(), "200 sources by 200 columns");
    await map.page.keyboard.press("Control+Home");
    await map.frame.locator("th.corner:focus").waitFor();
  });

  it("writes down in three formats what each cell of the grid says", async () => {
    await map.show(largeMap(24));
    const grid = await map.frame.evaluate<readonly (readonly string[])[]>(wholeGrid);
    assert.deepEqual([grid.length, grid[0]?.length], [24, 25]);
    assert.ok(new Set(grid.flat()).size > 28, "sources, and several words");
    for (const name of ["Markdown", "CSV", "SVG"]) {
      await map.frame.getByRole("button", { name: `Export as ${name}` }).click();
    }
    const saved = new Map<MapFormat, string>();
    for (const message of await map.posted()) {
      if (message.type === "save") {
        saved.set(message.format, message.text);
      }
    }
    const plain = (text: string) => text.replace(/\\(.)/g, "$1");
    const markdown = (saved.get("md") ?? "")
      .split("\n")
      .filter((line) => line.startsWith("| source"))
      .map((line) => line.slice(2, -2).split(" | ").map(plain));
    const csv = (saved.get("csv") ?? "")
      .split("\r\n")
      .filter((line) => line.startsWith("source"))
      .map((line) => line.split(","));
    const svg = (saved.get("svg") ?? "")
      .split("\n")
      .filter((line) => line.startsWith('<g class="row">'))
      .map((line) =>
        [...line.matchAll(/<text [^>]*>(?:<title>(.*?)<\/title>)?(.*?)<\/text>/g)].map(
          ([, whole, shown = ""]) => whole ?? shown,
        ),
      );
    assert.deepEqual(
      markdown.map(([source = "", , ...words]) => [source, ...words]),
      grid,
    );
    assert.deepEqual(
      csv.map(([source = "", , , ...words]) => [source, ...words]),
      grid,
    );
    assert.deepEqual(
      svg.map(([source = "", ...words]) => [source.replace(/ · .*/, ""), ...words]),
      grid,
    );
  });

  it("takes the focus from nobody while it is drawn anew, and has it where it was once somebody is back", async () => {
    await map.frame.locator("td.cell").first().click();
    await map.page.keyboard.press("ArrowRight");
    const before = await focused();
    const elsewhere = map.page.locator("#elsewhere");
    await elsewhere.focus();
    await map.show(largeMap(25));
    await map.page.keyboard.press("x");
    assert.equal(await elsewhere.inputValue(), "x");
    // As VS Code gives it to a page.
    await map.frame.evaluate("window.focus()");
    await map.frame.locator("td:focus").waitFor();
    assert.deepEqual(await focused(), before);
  });

  it("keeps a choice that is open while more is read", async () => {
    const select = await map.frame.locator("#group").elementHandle();
    await map.show(largeMap(26));
    assert.ok(await select?.evaluate((node) => Reflect.get(node, "isConnected") === true));
    await map.frame.locator("#group").selectOption({ label: "tag" });
    await map.frame.locator("#tag").waitFor();
  });
});

/** In the page: how many cells there are at most while it is scrolled. */
function scrolling(frames: number): string {
  return `(async () => {
    const scroller = document.querySelector(".scroller");
    let most = 0;
    for (let at = 0; at < ${frames}; at++) {
      scroller.scrollTop += at < 90 ? 50 : -140;
      scroller.scrollLeft += at < 60 ? 140 : -130;
      await new Promise(requestAnimationFrame);
      most = Math.max(most, document.querySelectorAll("td.cell").length);
    }
    scroller.scrollTo(0, 0);
    await new Promise(requestAnimationFrame);
    return most;
  })()`;
}

/** In the page: each source with its words, from top to bottom and from left to right, wherever one has to look. */
const wholeGrid = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const scroller = document.querySelector(".scroller");
  const found = new Map();
  for (let top = 0; top < scroller.scrollHeight; top += 400) {
    for (let left = 0; left < scroller.scrollWidth; left += 500) {
      scroller.scrollTo(left, top);
      await frame();
      for (const row of document.querySelectorAll("tr.source")) {
        const cells = found.get(Number(row.getAttribute("aria-rowindex"))) ?? new Map();
        cells.set(1, row.querySelector("th .label").textContent);
        for (const cell of row.querySelectorAll("td")) {
          cells.set(Number(cell.getAttribute("aria-colindex")), cell.textContent);
        }
        found.set(Number(row.getAttribute("aria-rowindex")), cells);
      }
    }
  }
  scroller.scrollTo(0, 0);
  await frame();
  const inOrder = (map) => [...map].sort(([a], [b]) => a - b).map(([, value]) => value);
  return inOrder(found).map(inOrder);
})()`;
