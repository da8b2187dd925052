import { type QuickInput, type QuickInputButton, QuickInputButtons } from "vscode";
import type { Position } from "./ui";

/** Title, step n of m, Back. */
export function place(input: QuickInput & { buttons: readonly QuickInputButton[] }, at: Position): void {
  input.title = at.title;
  input.step = at.totalSteps === 1 ? undefined : at.step;
  input.totalSteps = at.totalSteps === 1 ? undefined : at.totalSteps;
  input.buttons = at.canGoBack ? [QuickInputButtons.Back] : [];
  input.ignoreFocusOut = true;
}
