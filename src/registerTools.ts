import * as vscode from "vscode";
import type { LoadedCommands } from "./commands/index";

/** What the manifest says of the tools. */
interface Manifest {
  readonly contributes: { readonly languageModelTools?: readonly { readonly name: string }[] };
}

/** The language model tools as start-up knows them: by their names. What answers is loaded at the first call. */
export class LazyTools implements vscode.Disposable {
  readonly #names: readonly string[];
  readonly #load: () => Promise<LoadedCommands>;
  #registered: vscode.Disposable | undefined;

  constructor({ contributes }: Manifest, load: () => Promise<LoadedCommands>) {
    this.#names = (contributes.languageModelTools ?? []).map(({ name }) => name);
    this.#load = load;
  }

  /** Registers them, or takes them back: whoever turned them off has none. */
  turn(on: boolean): void {
    if (on && !this.#registered) {
      this.#registered = vscode.Disposable.from(
        ...this.#names.map((name) => vscode.lm.registerTool(name, this.#tool(name))),
      );
    } else if (!on) {
      this.dispose();
    }
  }

  dispose(): void {
    this.#registered?.dispose();
    this.#registered = undefined;
  }

  #tool(name: string): vscode.LanguageModelTool<unknown> {
    const agents = async () => (await this.#load()).agents();
    return {
      invoke: async ({ input, tokenizationOptions: size }, token) => {
        const call = { input, signal: signalOf(token), ...(size ? { size: sizeOf(size, token) } : {}) };
        const text = await (await agents()).invoke(name, call);
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
      },
      prepareInvocation: async ({ input }) => {
        const asked = (await agents()).confirmation(name, input);
        return asked && { confirmationMessages: { ...asked, message: markdownOf(asked.message) } };
      },
    };
  }
}

/** Its text is escaped already: no link, no command and no picture comes of a name. */
function markdownOf(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text);
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  return markdown;
}

function signalOf(token: vscode.CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) {
    controller.abort();
  }
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

function sizeOf(size: vscode.LanguageModelToolTokenizationOptions, token: vscode.CancellationToken) {
  return {
    tokenBudget: size.tokenBudget,
    countTokens: async (text: string) => size.countTokens(text, token),
  };
}
