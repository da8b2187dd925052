import { Disposable, type LanguageModelTool, lm } from "vscode";
import type { LoadedCommands } from "./commands/index";

/** What the manifest says of the tools. */
interface Manifest {
  readonly contributes: { readonly languageModelTools?: readonly { readonly name: string }[] };
}

/** The language model tools as start-up knows them: by their names. What answers is loaded at the first call. */
export class LazyTools implements Disposable {
  readonly #names: readonly string[];
  readonly #load: () => Promise<LoadedCommands>;
  #registered: Disposable | undefined;

  constructor({ contributes }: Manifest, load: () => Promise<LoadedCommands>) {
    this.#names = (contributes.languageModelTools ?? []).map(({ name }) => name);
    this.#load = load;
  }

  /** Registers them, or takes them back: whoever turned them off has none. */
  turn(on: boolean): void {
    if (on && !this.#registered) {
      this.#registered = Disposable.from(
        ...this.#names.map((name) => lm.registerTool(name, this.#tool(name))),
      );
    } else if (!on) {
      this.dispose();
    }
  }

  dispose(): void {
    this.#registered?.dispose();
    this.#registered = undefined;
  }

  #tool(name: string): LanguageModelTool<unknown> {
    const tool = async () => (await this.#load()).tool(name);
    return {
      invoke: async (options, token) => (await tool()).invoke(options, token),
      prepareInvocation: async (options, token) => (await tool()).prepareInvocation?.(options, token),
    };
  }
}
