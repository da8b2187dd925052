import * as vscode from "vscode";
import { loadCommands } from "./bundles";
import { type CommandId, commandIds } from "./commandIds";
import type { LoadedCommands, StartUp } from "./commands/index";
import type { CommandResult } from "./core/commandResult";

/** The commands as start-up knows them: by their ids. What runs them is loaded at the first call. */
export class LazyCommands implements vscode.Disposable {
  readonly #startUp: () => StartUp;
  readonly #log: (line: string) => void;
  readonly #registered: vscode.Disposable;
  #loaded: Promise<LoadedCommands> | undefined;

  constructor(startUp: () => StartUp, log: (line: string) => void) {
    this.#startUp = startUp;
    this.#log = log;
    this.#registered = vscode.Disposable.from(
      ...commandIds.map((id) =>
        vscode.commands.registerCommand(`elasticacheAccess.${id}`, (...passed: readonly unknown[]) =>
          this.#run(id, passed),
        ),
      ),
    );
  }

  load(): Promise<LoadedCommands> {
    this.#loaded ??= loadCommands().then(({ startCommands }) => startCommands(this.#startUp()));
    return this.#loaded;
  }

  dispose(): void {
    this.#registered.dispose();
    void this.#loaded?.then((loaded) => loaded.dispose());
  }

  /** Never rejects, not even where a file of the extension is missing. */
  async #run(id: CommandId, passed: readonly unknown[]): Promise<CommandResult> {
    try {
      return await (await this.load()).run(id, passed);
    } catch (error) {
      this.#log(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : "an unknown error"}`);
      const message = `${id} could not be loaded. The log has the details; installing the extension anew may help`;
      void vscode.window.showErrorMessage(message);
      return { outcome: "failed", failure: { kind: "unexpected", message } };
    }
  }
}
