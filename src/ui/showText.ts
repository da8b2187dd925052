import { type Uri, window, workspace } from "vscode";
import { type ShownTexts, textUri } from "./shownTexts";
import type { ShownText } from "./ui";

/** Shows a text in front. The same name is the same editor, with the new text in it. */
export async function showText(texts: ShownTexts, { name, text }: ShownText): Promise<void> {
  const uri = textUri(name);
  texts.set(uri, text);
  const open = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (open && open.getText() !== text) {
    const changed = changeOf(uri);
    texts.tell(uri);
    await changed;
  }
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
}

/** Resolves when VS Code has taken the new text over, or does not in time. */
function changeOf(uri: Uri): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(end, 2_000);
    const listening = workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === uri.toString()) {
        end();
      }
    });
  });
}
