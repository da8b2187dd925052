import { commands } from "vscode";

/**
 * Resolves when the window has taken up what a quick input was just given, and has said what came of it: it
 * answers in the order in which it was asked.
 */
export async function windowTurn(): Promise<void> {
  // VS Code sends what changes in a quick input with a timer of its own.
  await new Promise((resolve) => setTimeout(resolve, 0));
  await commands.executeCommand("noop").then(undefined, () => undefined);
}
