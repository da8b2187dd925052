import type { Ui } from "./ui";

/** A user interface whose lists are asked in another way, and that is the same otherwise. */
export function withPicks(ui: Ui, picks: Pick<Ui, "pick" | "pickMany">): Ui {
  return {
    ...picks,
    input: (question) => ui.input(question),
    confirm: (question) => ui.confirm(question),
    tell: (message) => ui.tell(message),
    progress: (title, work) => ui.progress(title, work),
    saveFile: (question) => ui.saveFile(question),
    copy: (text) => ui.copy(text),
    runInTerminal: (line) => ui.runInTerminal(line),
    openExternal: (url) => ui.openExternal(url),
    openFile: (path, line) => ui.openFile(path, line),
    showText: (text) => ui.showText(text),
    readText: (from) => ui.readText(from),
  };
}
