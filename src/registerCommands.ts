import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type CustomDocument, commands, Disposable, type Uri, type WebviewPanel, window } from "vscode";
import { loadCommands } from "./bundles";
import type { LoadedCommands, Parts } from "./commands/index";
import type { CommandResult } from "./core/commandResult";
import { commandTitle } from "./core/commandTitle";
import { windowsFolderName } from "./core/journal/windowsFolder";
import type { WriteLog } from "./core/logLevel";
import { mapEditor } from "./core/map/mapEditor";

const prefix = "elasticacheAccess.";

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

/** The ids of the commands, without their prefix: the manifest has them, so start-up needs no list of its own. */
export function idsOfCommands({ contributes }: Manifest): readonly string[] {
  return contributes.commands.map(({ command }) => command.slice(prefix.length));
}

/** What start-up passes in. */
interface StartUp {
  /** VS Code's folder for what this extension keeps, in every window. */
  readonly storage: Uri;
  /** What the commands are wired to. */
  readonly parts: () => Promise<Parts>;
  readonly showLog: () => void;
  readonly log: WriteLog;
}

/** The commands as start-up knows them: by their ids. What runs them is loaded at the first call. */
export class LazyCommands implements Disposable {
  readonly #startUp: StartUp;
  readonly #registered: Disposable;
  #loaded: Promise<LoadedCommands> | undefined;
  #hasLooked = false;

  constructor(ids: readonly string[], startUp: StartUp) {
    this.#startUp = startUp;
    this.#registered = Disposable.from(
      window.registerCustomEditorProvider(mapEditor, {
        openCustomDocument: (uri: Uri) => ({ uri, dispose: () => undefined }),
        resolveCustomEditor: async (_document: CustomDocument, panel: WebviewPanel) =>
          (await this.load()).fillMap(panel),
      }),
      ...ids.map((id) =>
        commands.registerCommand(`${prefix}${id}`, (...passed: readonly unknown[]) => this.#run(id, passed)),
      ),
    );
  }

  load(): Promise<LoadedCommands> {
    this.#loaded ??= Promise.all([loadCommands(), this.#startUp.parts()]).then(([{ startCommands }, parts]) =>
      startCommands(parts),
    );
    return this.#loaded;
  }

  /**
   * Loads them where a window was killed that had changed something: they say what was cut off; and where something is
   * to end: they see to it. Whoever has neither pays for one look into a folder.
   */
  async loadWhereWindowsWereLeft(): Promise<void> {
    if (this.#hasLooked || this.#loaded) {
      return;
    }
    this.#hasLooked = true;
    const folder = join(this.#startUp.storage.fsPath, windowsFolderName);
    if ((await readdir(folder).catch(() => [])).length > 0) {
      await this.load();
    }
  }

  dispose(): void {
    this.#registered.dispose();
    void this.#loaded?.then((loaded) => loaded.dispose());
  }

  /** Never rejects, not even where a file of the extension is missing. */
  async #run(id: string, passed: readonly unknown[]): Promise<CommandResult | string> {
    try {
      return await (await this.load()).run(id, passed);
    } catch (error) {
      this.#startUp.log(
        `${id}: ${error instanceof Error ? (error.stack ?? error.message) : "an unknown error"}`,
        "error",
      );
      const message = `${commandTitle(id)} could not be loaded. Installing the extension anew may help`;
      void this.#tell(message);
      return { outcome: "failed", failure: { kind: "unexpected", message } };
    }
  }

  /** With a button, so that VS Code does not fold it to one line. */
  async #tell(message: string): Promise<void> {
    const showLog = "Show Log";
    if ((await window.showErrorMessage(message, showLog)) === showLog) {
      this.#startUp.showLog();
    }
  }
}
