import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, CDPSession, Frame, Page } from "playwright-core";
import type { MapData } from "../../src/core/map/mapData";
import type { FromPage } from "../../src/core/map/messages";

const file = (name: string) => readFileSync(path.join(__dirname, "../../dist", name), "utf8");

/** A theme, as far as the page asks for one. */
const theme = `:root {
  --vscode-editor-background: #1f1f1f; --vscode-foreground: #ccc; --vscode-editor-foreground: #ccc;
  --vscode-descriptionForeground: #9d9d9d; --vscode-focusBorder: #0078d4; --vscode-font-size: 13px;
  --vscode-charts-red: #f14c4c; --vscode-charts-yellow: #cca700; --vscode-charts-blue: #3794ff;
  --vscode-charts-green: #89d185; --vscode-charts-purple: #b180d7; --vscode-font-family: sans-serif;
}`;

/** What Chromium writes down of its own work: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU */
interface Trace {
  readonly traceEvents: readonly {
    readonly name: string;
    readonly ph: string;
    readonly pid: number;
    readonly tid: number;
    /** CPU time, in microseconds. */
    readonly tdur?: number;
    readonly args?: Readonly<Record<string, unknown>>;
  }[];
}

const threadOf = ({ pid, tid }: Trace["traceEvents"][number]) => `${pid} ${tid}`;

/** The access map's page in a browser of its own, in a frame beside a field that may have the focus: no editor is needed. */
export class MapInBrowser {
  readonly page: Page;
  readonly frame: Frame;
  readonly #browser: Browser;
  readonly #cdp: CDPSession;

  private constructor(browser: Browser, page: Page, frame: Frame, cdp: CDPSession) {
    [this.#browser, this.page, this.frame, this.#cdp] = [browser, page, frame, cdp];
  }

  static async open(): Promise<MapInBrowser> {
    const { launchBrowser } = await import("../../scripts/vscodeWeb/browser.mjs");
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1000, height: 820 } });
    page.setDefaultTimeout(20_000);
    await page.setContent(
      `<!DOCTYPE html><body style="margin:0"><input id="elsewhere"><iframe style="border:0;width:1000px;height:780px"></iframe>`,
    );
    const frame = page.frames()[1];
    if (!frame) {
      throw new Error("There is no frame");
    }
    await frame.setContent(
      `<!DOCTYPE html><html lang="en"><style>${theme}</style><style>${file("mapPage.css")}</style><body><main id="map"></main>`,
    );
    await frame.evaluate(`
      posted = [];
      acquireVsCodeApi = () => ({ postMessage: (m) => void posted.push(m), getState() {}, setState() {} })`);
    await frame.addScriptTag({ content: file("mapPage.js") });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    return new MapInBrowser(browser, page, frame, cdp);
  }

  /** Tells the page of a map, and waits for the picture: how long it took, in milliseconds. */
  show(map: MapData): Promise<number> {
    const message = JSON.stringify({ type: "map", map, isReading: false });
    return this.frame.evaluate<number>(`(async () => {
      const message = ${message};
      const since = performance.now();
      window.postMessage(message, "*");
      await new Promise((resolve) => addEventListener("message", resolve, { once: true }));
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return performance.now() - since;
    })()`);
  }

  /** Another page of the same window, before the map's. */
  async beside(html: string): Promise<Page> {
    const page = await this.#browser.newPage({ viewport: this.page.viewportSize() });
    await page.setContent(html);
    return page;
  }

  /** The longest that a page's own thread had its computer to itself while something was done, in milliseconds of CPU. */
  async longestTask(page: Page, work: () => Promise<unknown>): Promise<number> {
    await this.#browser.startTracing(page, { categories: ["toplevel"] });
    await work();
    const trace = JSON.parse((await this.#browser.stopTracing()).toString()) as Trace;
    const threads = new Set(
      trace.traceEvents
        .filter(({ name, args }) => name === "thread_name" && args?.["name"] === "CrRendererMain")
        .map(threadOf),
    );
    const tasks = trace.traceEvents
      .filter(({ ph }) => ph === "X")
      .filter((each) => threads.has(threadOf(each)));
    return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
  }

  /** What the page has said. */
  posted(): Promise<readonly FromPage[]> {
    return this.frame.evaluate<readonly FromPage[]>("posted");
  }

  /** What the page has computed since it began: what a busy machine takes besides is not counted. Milliseconds. */
  async counted(): Promise<{ readonly busy: number; readonly layouts: number }> {
    const { metrics } = await this.#cdp.send("Performance.getMetrics");
    const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
    return { busy: of("TaskDuration") * 1_000, layouts: of("LayoutCount") };
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
