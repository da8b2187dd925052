import {
  CodeLens,
  type CodeLensProvider,
  commands,
  Disposable,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
} from "vscode";
import { textUri } from "./shownTexts";
import type { ShownText } from "./ui";

const command = "elasticacheAccess.shownText.action";

/** What can be done with a shown text, as links above its lines. */
export class TextActions implements CodeLensProvider, Disposable {
  readonly #texts = new Map<string, ShownText>();
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #registered: Disposable;

  constructor() {
    this.#registered = Disposable.from(
      commands.registerCommand(command, (path: unknown, index: unknown) => {
        const actions = typeof path === "string" ? this.#texts.get(path)?.actions : undefined;
        return typeof index === "number" ? actions?.[index]?.run() : undefined;
      }),
      languages.registerCodeLensProvider({ scheme: textUri("").scheme }, this),
    );
  }

  set(text: ShownText): void {
    this.#texts.set(textUri(text.name).path, text);
    this.#changed.fire();
  }

  provideCodeLenses({ uri }: TextDocument): CodeLens[] {
    return (this.#texts.get(uri.path)?.actions ?? []).map(
      ({ line, title }, index) =>
        new CodeLens(new Range(line, 0, line, 0), {
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
