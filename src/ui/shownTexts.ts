import * as vscode from "vscode";
import type { ShownText } from "./ui";

const scheme = "elasticache-access";

/** Where the text of a name is. */
export function textUri(name: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${name}` });
}

/** Texts to read, in editors that cannot be edited: no file holds them. */
export class ShownTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registered = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  provideTextDocumentContent(uri: vscode.Uri): string {
    // An editor that a reload brought back has no text until its command is run again.
    return this.#texts.get(uri.path) ?? "Run the command again to see this.\n";
  }

  /** Shows the text in front. The same name is the same editor, with the new text in it. */
  async show({ name, text }: ShownText): Promise<void> {
    const uri = textUri(name);
    this.#texts.set(uri.path, text);
    const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    if (open && open.getText() !== text) {
      const changed = changeOf(uri);
      this.#changed.fire(uri);
      await changed;
    }
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}

/** Resolves when VS Code has taken the new text over, or does not in time. */
function changeOf(uri: vscode.Uri): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(end, 2_000);
    const listening = vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === uri.toString()) {
        end();
      }
    });
  });
}
