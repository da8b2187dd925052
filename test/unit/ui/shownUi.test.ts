import assert from "node:assert/strict";
import { shownLines } from "../../../src/core/shownText";
import { shownInput, shownUi } from "../../../src/ui/shownUi";
import type { PickEntry, Ui } from "../../../src/ui/ui";
import { hostileName as name, unseen } from "../../support/lyingCharacters";

/** A user interface that keeps what it is given, and every text that comes of its functions. */
class KeepingUi implements Ui {
  readonly given: unknown[] = [];

  #keep<T>(value: unknown, answer: T): Promise<T> {
    this.given.push(value);
    return Promise.resolve(answer);
  }

  pick: Ui["pick"] = async (question) => {
    this.given.push(question, await question.later, question.fromText?.("x"));
    await question.grow?.((entries) => this.given.push(entries));
    return { kind: "cancel" };
  };
  pickMany: Ui["pickMany"] = async (question) => {
    this.given.push({ ...question, items: await question.items });
    return { kind: "cancel" };
  };
  input: Ui["input"] = (question) => {
    this.given.push(question.check("x"));
    return this.#keep(question, { kind: "cancel" });
  };
  confirm: Ui["confirm"] = (question) =>
    this.#keep({ ...question, detail: question.detail.split("\n") }, false);
  tell: Ui["tell"] = (message) => this.#keep(message, undefined);
  copy: Ui["copy"] = (text) => this.#keep(text, undefined);
  async openFile(path: string): Promise<void> {
    this.given.push(path);
  }

  runInTerminal: Ui["runInTerminal"] = (line) => void this.given.push(line);
  openExternal: Ui["openExternal"] = (url) => this.#keep(url, undefined);
  showText: Ui["showText"] = (text) => this.#keep(text, undefined);
  saveFile: Ui["saveFile"] = (question) => this.#keep(question, { kind: "cancel" });
  readText: Ui["readText"] = (from) => this.#keep(from, undefined);
  progress: Ui["progress"] = async (title, work) => {
    this.given.push(title);
    const report = (message: string) => void this.given.push(message);
    return work({ signal: new AbortController().signal, report });
  };
}

const at = { title: `Title ${name}` };
const entries: readonly PickEntry<string>[] = [
  { key: name, label: name, description: name, detail: name, value: name },
  { label: name, detail: name, note: true },
  { separator: name },
];
const many = [
  { key: name, label: name, description: name, detail: name, value: name, picked: true },
  { separator: name },
];

/** What is asked through each way there is: one that is new is missing here, and does not compile. */
const surfaces: { readonly [method in keyof Ui]: (ui: Ui) => unknown } = {
  pick: (ui) =>
    ui.pick({
      at,
      placeholder: name,
      items: entries,
      later: Promise.resolve(entries),
      grow: async (show) => show(entries),
      fromText: () => ({ key: name, label: name, detail: name, value: name }),
    }),
  pickMany: (ui) => ui.pickMany({ at, placeholder: name, items: Promise.resolve(many) }),
  input: (ui) =>
    ui.input({ at, prompt: name, placeholder: name, check: () => ({ verdict: "error", message: name }) }),
  confirm: (ui) => ui.confirm({ message: name, detail: shownLines([name, name]), action: "Revoke" }),
  tell: (ui) => ui.tell({ severity: "error", text: name, actions: [] }),
  progress: (ui) => ui.progress(name, async ({ report }) => report(name, 0.5)),
  saveFile: (ui) => ui.saveFile({ title: name, name: "file", text: "" }),
  copy: (ui) => ui.copy(name),
  runInTerminal: (ui) => ui.runInTerminal(name),
  openFile: (ui) => ui.openFile(name, 1),
  openExternal: (ui) => ui.openExternal(name),
  showText: (ui) => ui.showText({ name: "page", text: name }),
  readText: (ui) => ui.readText("clipboard"),
};
/** What is handed over, not shown: it stays as it is. */
const asItIs: ReadonlySet<string> = new Set([
  "copy",
  "runInTerminal",
  "openExternal",
  "openFile",
  "showText",
  "readText",
]);

describe("what the user is asked and told", () => {
  for (const [method, ask] of Object.entries(surfaces)) {
    it(`is ${asItIs.has(method) ? "as it is" : "as it may be shown"} through ${method}`, async () => {
      const ui = new KeepingUi();
      await ask(shownUi(ui));
      const texts = textsIn(ui.given);
      assert.ok(texts.length > 0);
      assert.equal(
        texts.some((text) => unseen.test(text)),
        asItIs.has(method) && method !== "readText",
      );
    });
  }

  it("keeps its values, and the entries that are as they may be shown already", async () => {
    const ui = new KeepingUi();
    const plain: PickEntry<string> = { key: "web", label: "web", value: "web" };
    await shownUi(ui).pick({ at, placeholder: "", items: [plain, ...entries] });
    const [question] = ui.given;
    assert.ok(
      typeof question === "object" && question && "items" in question && Array.isArray(question.items),
    );
    assert.equal(question.items[0], plain);
    assert.equal(question.items[1].value, name);
  });

  it("is so in the box for an MFA code, which comes in between", () => {
    const question = shownInput({
      at,
      prompt: name,
      placeholder: name,
      value: name,
      check: () => ({ verdict: "warning", message: name }),
    });
    const { value, ...rest } = question;
    assert.equal(value, name);
    assert.ok(textsIn([rest, question.check("x")]).every((text) => !unseen.test(text)));
  });
});

/** Every text within, but for the keys and values of entries, which nobody sees. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") {
    return [value];
  }
  if (typeof value !== "object" || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, each]) =>
    key === "value" || key === "key" ? [] : textsIn(each),
  );
}
