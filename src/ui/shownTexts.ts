import { type Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace } from "vscode";

const scheme = "elasticache-access";

/** Where the text of a name is. */
export function textUri(name: string): Uri {
  return Uri.from({ scheme, path: `/${name}` });
}

/** Texts to read, in editors that cannot be edited: no file holds them. */
export class ShownTexts implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registered = workspace.registerTextDocumentContentProvider(scheme, this);

  provideTextDocumentContent(uri: Uri): string {
    // An editor that a reload brought back has no text until its command is run again.
    return this.#texts.get(uri.path) ?? "Run the command again to see this.\n";
  }

  /** The text of a name from now on. */
  set(uri: Uri, text: string): void {
    this.#texts.set(uri.path, text);
  }

  /** An open editor is to take its text anew. */
  tell(uri: Uri): void {
    this.#changed.fire(uri);
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}
