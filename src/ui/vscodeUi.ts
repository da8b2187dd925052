import { homedir } from "node:os";
import { env, Position, Range, Uri, window } from "vscode";
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
      await env.openExternal(Uri.parse(url, true));
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
  return (await window.showWarningMessage(message, { modal: true, detail }, action)) === action;
}

async function tell({ severity, text: words, actions }: Message): Promise<string | undefined> {
  const text = withoutLinks(words);
  switch (severity) {
    case "information":
      return window.showInformationMessage(text, ...actions);
    case "warning":
      return window.showWarningMessage(text, ...actions);
    case "error":
      return window.showErrorMessage(text, ...actions);
  }
}

/** How long it is said that something was copied. Milliseconds. */
const copiedSaid = 3_000;

async function copy(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage("$(check) Copied", copiedSaid);
}

function runInTerminal(commandLine: string): void {
  // In the home folder of the side that the extension runs on, whose AWS files it reads: a URI of a file says so where
  // a window has another side. In the workspace's folder a shell could find another program, or another setting.
  const cwd = Uri.file(homedir());
  const terminal = window.createTerminal({ name: "ElastiCache Access", cwd });
  terminal.show();
  terminal.sendText(commandLine, true);
}

async function openFile(path: string, line?: number): Promise<void> {
  const at = new Position((line ?? 1) - 1, 0);
  await window.showTextDocument(Uri.file(path), { selection: new Range(at, at) });
}
