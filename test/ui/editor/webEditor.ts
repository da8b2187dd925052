import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { removeFolder } from "../../../scripts/removeFolder.mjs";
import type { Server } from "../../../scripts/vscodeWeb/server.mjs";
import { patience } from "./eventually";
import { install } from "./inPage";

/** VS Code's web build and a browser, shared by the whole suite. Windows don't share anything but the disk. */
export interface WebEditor {
  /** Where the AWS configuration is that the extension reads. */
  readonly awsFolder: string;
  /** The home folder of the extension host, where `.aws/sso/cache` is. */
  readonly home: string;
  /** First in the extension host's PATH. */
  readonly programs: string;
  /** What VS Code keeps for the extension, whatever the window. */
  readonly storage: string;
  /** The address of a window with the extension in it. */
  readonly url: string;
  /** For windows that are opened from now on. */
  writeSettings(settings: Record<string, unknown>): void;
  newContext(): Promise<BrowserContext>;
}

let started: Promise<WebEditor> | undefined;
const closing: (() => Promise<void>)[] = [];

export function startWebEditor(): Promise<WebEditor> {
  started ??= start();
  return started;
}

async function start(): Promise<WebEditor> {
  // These know their own place in the repository, and would lose it in the bundle of the tests.
  const { awsEnvironment } = await import("../../../scripts/awsFiles.mjs");
  const { extensionUnderTest } = await import("../../../scripts/extensionUnderTest.mjs");
  const { releases } = await import("../../../scripts/pinned.mjs");
  const { launchBrowser } = await import("../../../scripts/vscodeWeb/browser.mjs");
  const { startServer, writeSettings } = await import("../../../scripts/vscodeWeb/server.mjs");
  const { windowUrl } = await import("../../../scripts/vscodeWeb/workbenchUrl.mjs");

  const folder = mkdtempSync(path.join(process.env["ELASTICACHE_ACCESS_TEMP"] ?? tmpdir(), "ui-"));
  closing.push(async () => removeFolder(folder));
  const dataDir = path.join(folder, "data");
  const awsFolder = path.join(folder, "aws");
  const [home, programs] = [path.join(folder, "home"), path.join(folder, "programs")];
  for (const each of [home, programs]) {
    mkdirSync(each);
  }
  const server: Server = await startServer({
    release: process.env["VSCODE_WEB_RELEASE"] === "oldest" ? releases.oldest : releases.newest,
    dataDir,
    extension: extensionUnderTest(),
    env: {
      ...process.env,
      ...awsEnvironment(awsFolder),
      ...{ HOME: home, USERPROFILE: home, PATH: `${programs}${path.delimiter}${process.env["PATH"]}` },
    },
  });
  closing.push(() => server.close());
  const browser: Browser = await launchBrowser();
  closing.push(() => browser.close());
  return {
    awsFolder,
    home,
    programs,
    storage: path.join(dataDir, "data/User/globalStorage/elasticache-access.elasticache-access"),
    url: windowUrl(server),
    writeSettings: (settings) => writeSettings(dataDir, { "workbench.reduceMotion": "on", ...settings }),
    newContext: async () => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        permissions: ["clipboard-read", "clipboard-write"],
      });
      context.setDefaultTimeout(patience);
      await context.addInitScript(install);
      return context;
    },
  };
}

after("close the editor", async () => {
  for (const close of closing.reverse()) {
    await close();
  }
});
