import { homedir } from "node:os";
import * as vscode from "vscode";
import { askInputBox } from "./inputBox";
import { withoutLinks } from "./plainText";
import { showProgress } from "./progress";
import { askQuickPick } from "./quickPick";
import { askQuickPickMany } from "./quickPickMany";
import { readText } from "./readText";
import { saveFile } from "./saveFile";
import type { ShownTexts } from "./shownTexts";
import { shownUi } from "./shownUi";
import { showText } from "./showText";
import type { TextActions } from "./textActions";
import type { ConfirmQuestion, Message, Ui } from "./ui";

/** The questions and messages, asked in VS Code, with each text as it may be shown. */
export const vscodeUi = (texts: ShownTexts, actions: TextActions): Ui =>
  shownUi({
    pick: askQuickPick,
    pickMany: askQuickPickMany,
    input: (question) => askInputBox(question),
    confirm,
    tell,
    copy,
    runInTerminal,
    openExternal: async (url) => {
      await vscode.env.openExternal(vscode.Uri.parse(url, true));
    },
    openFile,
    showText: async (text) => {
      actions.set(text);
      await showText(texts, text);
    },
    saveFile,
    readText,
    progress: showProgress,
  });

async function confirm({ message, detail, action }: ConfirmQuestion): Promise<boolean> {
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, action)) === action;
}

async function tell({ severity, text: words, actions }: Message): Promise<string | undefined> {
  const text = withoutLinks(words);
  switch (severity) {
    case "information":
      return vscode.window.showInformationMessage(text, ...actions);
    case "warning":
      return vscode.window.showWarningMessage(text, ...actions);
    case "error":
      return vscode.window.showErrorMessage(text, ...actions);
  }
}

/** How long it is said that something was copied. Milliseconds. */
const copiedSaid = 3_000;

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage("$(check) Copied", copiedSaid);
}

function runInTerminal(commandLine: string): void {
  // In the home folder of the side that the extension runs on, whose AWS files it reads: a URI of a file says so where
  // a window has another side. In the workspace's folder a shell could find another program, or another setting.
  const cwd = vscode.Uri.file(homedir());
  const terminal = vscode.window.createTerminal({ name: "ElastiCache Access", cwd });
  terminal.show();
  terminal.sendText(commandLine, true);
}

async function openFile(path: string, line?: number): Promise<void> {
  const at = new vscode.Position((line ?? 1) - 1, 0);
  await vscode.window.showTextDocument(vscode.Uri.file(path), { selection: new vscode.Range(at, at) });
}
