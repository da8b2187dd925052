import * as vscode from "vscode";
import type { Position } from "./ui";

/** Title, step n of m, Back. */
export function place(
  input: vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[] },
  at: Position,
): void {
  input.title = at.title;
  input.step = at.totalSteps === 1 ? undefined : at.step;
  input.totalSteps = at.totalSteps === 1 ? undefined : at.totalSteps;
  input.buttons = at.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  input.ignoreFocusOut = true;
}
