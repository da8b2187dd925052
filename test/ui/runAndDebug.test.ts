import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import type { Server } from "../../scripts/vscodeWeb/server.mjs";
import { copyRepository } from "../support/repositoryCopy";
import { Editor } from "./editor/editor";
import { eventually } from "./editor/eventually";
import { leave } from "./editor/leave";
import { startWebEditor } from "./editor/webEditor";

// In the oldest, terminals have no shell here, and so tasks do nothing.
if (process.env["VSCODE_WEB_RELEASE"] !== "oldest") {
  describe("Run and Debug, in a window on the repository", () => {
    let server: Server | undefined;
    let context: BrowserContext | undefined;
    let address = "";

    before("open a copy of the repository", async () => {
      const { root } = await import("../../scripts/paths.mjs");
      const { releases } = await import("../../scripts/pinned.mjs");
      const { startServer } = await import("../../scripts/vscodeWeb/server.mjs");
      const { windowUrl } = await import("../../scripts/vscodeWeb/workbenchUrl.mjs");
      const folder = mkdtempSync(path.join(process.env["ELASTICACHE_ACCESS_TEMP"] ?? tmpdir(), "run-"));
      const copy = copyRepository(root, path.join(folder, "repository"));
      server = await startServer({ release: releases.newest, dataDir: path.join(folder, "data") });
      context = await (await startWebEditor()).newContext();
      address = windowUrl(server, copy);
    });
    after("close it", async () => {
      await (context && leave(context));
      await server?.close();
    });

    it("builds, starts a sandbox, and opens the extension on it", async () => {
      const page = (await context?.newPage()) ?? fail();
      const opened: Page[] = [];
      context?.on("page", (each) => opened.push(each));
      await page.goto(address);
      await page.getByRole("tab", { name: /^Run and Debug/ }).click();
      const started = page.locator(".statusbar").getByText("Extension on the sandbox");
      await eventually(
        async () => {
          // Without the debugger, which is VS Code's: all else is what F5 does.
          await page.keyboard.press("Control+F5");
          return started.waitFor({ timeout: 5_000 }).then(
            () => true,
            () => undefined,
          );
        },
        () => "Nothing was started",
      );
      const first = await eventually(
        async () => opened[0],
        async () =>
          `No window was opened. In the terminal:\n${await page.locator(".xterm-rows").allInnerTexts()}`,
      );
      const { tree } = new Editor(first);
      await tree.open();
      await tree.expand("sandbox-classic", "us-west-2");
      await tree.waitFor(["sandbox-classic", "us-west-2", "Cache security groups", "mygroup"]);
      assert.equal(opened.length, 1, "pressed again, it starts nothing more");
    });
  });
}

function fail(): never {
  throw new Error("No window was opened");
}
