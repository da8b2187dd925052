import { Disposable, window } from "vscode";

/** Whether somebody has turned to something else since: nobody is taken away from what they are doing. */
export interface Attention {
  isHere(): boolean;
  dispose(): void;
}

/** From now on: another editor, a place in one, or another window takes it away. */
export function watchAttention(): Attention {
  let isHere = true;
  const left = () => {
    isHere = false;
  };
  const listeners = Disposable.from(
    window.onDidChangeActiveTextEditor((editor) => editor && left()),
    window.onDidChangeTextEditorSelection(left),
    window.onDidChangeWindowState(({ focused }) => focused || left()),
  );
  return { isHere: () => isHere, dispose: () => listeners.dispose() };
}
