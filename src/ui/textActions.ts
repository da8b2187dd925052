import * as vscode from "vscode";
import { textUri } from "./shownTexts";
import type { ShownText } from "./ui";

const command = "elasticacheAccess.shownText.action";

/** What can be done with a shown text, as links above its lines. */
export class TextActions implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #texts = new Map<string, ShownText>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #registered: vscode.Disposable;

  constructor() {
    this.#registered = vscode.Disposable.from(
      vscode.commands.registerCommand(command, (path: unknown, index: unknown) => {
        const actions = typeof path === "string" ? this.#texts.get(path)?.actions : undefined;
        return typeof index === "number" ? actions?.[index]?.run() : undefined;
      }),
      vscode.languages.registerCodeLensProvider({ scheme: textUri("").scheme }, this),
    );
  }

  set(text: ShownText): void {
    this.#texts.set(textUri(text.name).path, text);
    this.#changed.fire();
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    return (this.#texts.get(uri.path)?.actions ?? []).map(
      ({ line, title }, index) =>
        new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
          title,
          command,
          arguments: [uri.path, index],
        }),
    );
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}
