import { homedir } from "node:os";
import { Uri, window, workspace } from "vscode";
import type { Answer, SaveQuestion } from "./ui";

/** Asks for a file in VS Code's own dialog and writes it, wherever the dialog could lead. */
export async function saveFile({ title, name, text }: SaveQuestion): Promise<Answer<string>> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
  const uri = await window.showSaveDialog({ title, defaultUri: Uri.joinPath(folder, name) });
  if (!uri) {
    return { kind: "cancel" };
  }
  await workspace.fs.writeFile(uri, Buffer.from(text, "utf8"));
  return { kind: "answer", value: uri.scheme === "file" ? uri.fsPath : uri.toString() };
}
