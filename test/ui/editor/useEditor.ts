import path from "node:path";
import type { BrowserContext } from "playwright-core";
import { writeAwsFiles } from "../../../scripts/awsFiles.mjs";
import type { Sandbox, SandboxOptions } from "../../../src/sandbox/index";
import { sandboxHook } from "../../support/sandboxHook";
import { Editor } from "./editor";
import { leave } from "./leave";
import { type Theme, themes } from "./themes";
import { startWebEditor, type WebEditor } from "./webEditor";

export interface EditorOptions {
  readonly sandbox?: SandboxOptions;
  readonly theme?: Theme;
  /** False for the AWS files of somebody who has configured nothing. */
  readonly profiles?: false;
  /** Brings about what the window is to find. */
  readonly prepare?: (web: WebEditor) => void;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * Gives the enclosing `describe` a fresh window, with the view open, and a sandbox of its own that its profiles
 * point at. A test that fails leaves a picture of the window in `out/failures`.
 */
export function useEditor(options: EditorOptions = {}): {
  editor: () => Editor;
  sandbox: () => Sandbox;
  web: () => WebEditor;
} {
  let web: WebEditor | undefined;
  let context: BrowserContext | undefined;
  let editor: Editor | undefined;
  before("start the editor", async () => {
    web = await startWebEditor();
  });
  const sandbox = sandboxHook(() => web?.awsFolder ?? "", options.sandbox);
  before("open a window", async () => {
    if (web === undefined) {
      return;
    }
    if (options.profiles === false) {
      writeAwsFiles(web.awsFolder, { ...sandbox(), profiles: [] });
    }
    const colorTheme = themes[options.theme ?? "dark"];
    web.writeSettings({ "workbench.colorTheme": colorTheme, ...options.settings });
    options.prepare?.(web);
    context = await web.newContext();
    const page = await context.newPage();
    await page.goto(web.url);
    editor = new Editor(page);
    await editor.tree.open();
  });
  afterEach("keep a picture of a failure", async function () {
    if (this.currentTest?.state !== "failed") {
      return;
    }
    // The tests of one window are steps of one story: after the first that fails, the rest could only fail too.
    this.currentTest.parent?.bail(true);
    const failures = process.env["ELASTICACHE_ACCESS_FAILURES"];
    if (failures === undefined) {
      return;
    }
    const name = this.currentTest.fullTitle().replace(/[^\w.-]+/g, "-");
    await editor?.page.screenshot({ path: path.join(failures, `${name}.png`) });
  });
  after("close the window", async () => {
    await (context && leave(context));
  });
  return {
    sandbox,
    editor: () => there(editor),
    web: () => there(web),
  };
}

function there<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error("The window is there in tests and hooks only");
  }
  return value;
}
