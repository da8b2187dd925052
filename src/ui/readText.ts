import { env, type TextEditor, window, workspace } from "vscode";
import type { GivenText, TextPlace } from "./ui";

/** Reads a text that the user has somewhere. */
export async function readText(from: TextPlace): Promise<GivenText | undefined> {
  switch (from) {
    case "clipboard":
      return { name: "the clipboard", text: await env.clipboard.readText() };
    case "editor":
      return editorText(window.activeTextEditor);
    case "file":
      return fileText();
  }
}

/** What is selected, or the whole where nothing is. */
function editorText(editor: TextEditor | undefined): GivenText | undefined {
  if (!editor) {
    return undefined;
  }
  const { document } = editor;
  const selected = editor.selections.map((selection) => document.getText(selection)).join("\n");
  const name = document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1);
  return { name, text: selected.trim() === "" ? document.getText() : selected };
}

// Far more than a list of sources is; a larger file was chosen by mistake.
const mostBytes = 5 * 1024 * 1024;

async function fileText(): Promise<GivenText | undefined> {
  const [uri] = (await window.showOpenDialog({ canSelectMany: false, openLabel: "Read" })) ?? [];
  if (!uri) {
    return undefined;
  }
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  const { size } = await workspace.fs.stat(uri);
  if (size > mostBytes) {
    return { name, text: "" };
  }
  const bytes = await workspace.fs.readFile(uri);
  // Spreadsheets save "Unicode text" in UTF-16.
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return { name, text: new TextDecoder(encoding).decode(bytes) };
}
