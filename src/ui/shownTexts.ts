import * as vscode from "vscode";

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

  /** The text of a name from now on. */
  set(uri: vscode.Uri, text: string): void {
    this.#texts.set(uri.path, text);
  }

  /** An open editor is to take its text anew. */
  tell(uri: vscode.Uri): void {
    this.#changed.fire(uri);
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}
