import assert from "node:assert/strict";
import type {
  Answer,
  ConfirmQuestion,
  GivenText,
  InputQuestion,
  Message,
  PickEntry,
  PickItem,
  PickManyQuestion,
  PickQuestion,
  Progress,
  SaveQuestion,
  ShownText,
  TextPlace,
  Ui,
} from "../../src/ui/ui";
import { assertName, assertNamed } from "./named";

/** What the test answers to one question, in the order asked. */
export type Scripted =
  /** Chooses the entry with this label. */
  | { readonly pick: string | RegExp }
  /** Types into the picker, and takes the entry that stands for the text. */
  | { readonly type: string }
  /** Chooses these labels, and no others. */
  | { readonly pickMany: readonly string[] }
  /** Takes what is checked beforehand. */
  | { readonly accept: true }
  | { readonly input: string }
  | { readonly confirm: boolean }
  /** Where a file is saved. */
  | { readonly save: string }
  | "back"
  | "escape";

/** A user interface that answers from a list. A question without an answer, or an impossible answer, fails. */
export class ScriptedUi implements Ui {
  readonly messages: Message[] = [];
  readonly copied: string[] = [];
  readonly terminal: string[] = [];
  readonly shown: ShownText[] = [];
  readonly opened: { readonly path: string; readonly line: number | undefined }[] = [];
  /** The texts that the user has. */
  readonly texts: Partial<Record<TextPlace, GivenText>> = {};
  /** Cancels what shows its progress. */
  readonly cancel = new AbortController();
  readonly progressed: { readonly message: string; readonly share: number }[] = [];
  readonly saved: (SaveQuestion & { readonly path: string })[] = [];
  /** The questions as asked: title, step, and what was on offer. */
  readonly asked: {
    readonly title: string;
    readonly step: string;
    readonly labels: readonly string[];
    readonly details: readonly string[];
  }[] = [];
  /** What is taken of every message that offers it. */
  action: string | undefined;
  readonly #script: Scripted[];

  constructor(...script: readonly Scripted[]) {
    this.#script = [...script];
  }

  /** Fails if answers are left over: the flow has asked less than the test thought. */
  assertAllAsked(): void {
    assert.deepEqual(this.#script, []);
  }

  async pick<T>(question: PickQuestion<T>): Promise<Answer<T>> {
    let entries = question.items;
    const take = (fuller: readonly PickEntry<T>[]) => {
      assertNamed(question.at, question.placeholder, fuller);
      assertDistinct(fuller);
      entries = fuller;
    };
    take((await question.later) ?? question.items);
    await question.grow?.(take);
    const answer = this.#next(question, entries.map(label), entries.map(detail));
    if (typeof answer === "string") {
      return { kind: answer === "back" ? "back" : "cancel" };
    }
    if ("type" in answer) {
      const typed = question.fromText?.(answer.type);
      assert.ok(typed && "value" in typed, `${answer.type} cannot be taken: ${typed?.label}`);
      return { kind: "answer", value: typed.value };
    }
    assert.ok("pick" in answer, `a pick was asked, the script says ${JSON.stringify(answer)}`);
    const wanted = answer.pick;
    const found = entries.find(
      (entry): entry is PickItem<T> =>
        "value" in entry &&
        (typeof wanted === "string" ? entry.label === wanted : wanted.test(textOf(entry))),
    );
    assert.ok(found, `${wanted} is not among ${entries.map(label).join(", ")}`);
    return { kind: "answer", value: found.value };
  }

  async pickMany<T>(question: PickManyQuestion<T>): Promise<Answer<readonly T[]>> {
    const entries = await question.items;
    assertNamed(question.at, question.placeholder, entries);
    assertDistinct(entries);
    const answer = this.#next(question, entries.map(label));
    if (typeof answer === "string") {
      return { kind: answer === "back" ? "back" : "cancel" };
    }
    assert.ok("pickMany" in answer || "accept" in answer, `the script says ${JSON.stringify(answer)}`);
    const wanted = "pickMany" in answer ? answer.pickMany : undefined;
    const offered = entries.filter((entry) => "value" in entry).filter(({ fixed }) => fixed !== true);
    const chosen = offered.filter((item) =>
      wanted ? wanted.includes(item.label) || wanted.includes(textOf(item)) : item.picked,
    );
    assert.ok(chosen.length >= (wanted ?? []).length, `not all of ${wanted} can be chosen`);
    assert.ok(chosen.length > 0 || question.atLeastOne !== true, "one at least has to be chosen");
    return { kind: "answer", value: chosen.map(({ value }) => value) };
  }

  async input(question: InputQuestion): Promise<Answer<string>> {
    assertNamed(question.at, question.prompt);
    const answer = this.#next(question, []);
    if (typeof answer === "string") {
      return { kind: answer === "back" ? "back" : "cancel" };
    }
    assert.ok("input" in answer, `an input was asked, the script says ${JSON.stringify(answer)}`);
    const check = question.check(answer.input);
    assert.notEqual(
      check.verdict,
      "error",
      `${answer.input} is refused: ${"message" in check ? check.message : ""}`,
    );
    return { kind: "answer", value: answer.input };
  }

  async confirm(question: ConfirmQuestion): Promise<boolean> {
    assertNamed({ title: question.message }, question.action);
    const details = question.detail.split("\n");
    const answer = this.#next({ at: { title: question.message } }, [question.action], details);
    assert.ok(typeof answer !== "string" && "confirm" in answer);
    return answer.confirm;
  }

  async tell(message: Message): Promise<string | undefined> {
    for (const action of message.actions) {
      assertName(action, `a button of ${message.text}`);
    }
    this.messages.push(message);
    return message.actions.find((action) => action === this.action);
  }

  async copy(text: string): Promise<void> {
    this.copied.push(text);
  }

  runInTerminal(commandLine: string): void {
    this.terminal.push(commandLine);
  }

  async openExternal(): Promise<void> {}

  async openFile(path: string, line?: number): Promise<void> {
    this.opened.push({ path, line });
  }

  async showText(text: ShownText): Promise<void> {
    this.shown.push(text);
  }

  async saveFile(question: SaveQuestion): Promise<Answer<string>> {
    const answer = this.#next({ at: { title: question.title } }, []);
    if (typeof answer === "string") {
      return { kind: "cancel" };
    }
    assert.ok("save" in answer);
    this.saved.push({ ...question, path: answer.save });
    return { kind: "answer", value: answer.save };
  }

  async readText(from: TextPlace): Promise<GivenText | undefined> {
    return this.texts[from];
  }

  async progress<T>(_title: string, work: (progress: Progress) => Promise<T>): Promise<T> {
    const report = (message: string, share: number) => this.progressed.push({ message, share });
    return work({ signal: this.cancel.signal, report });
  }

  #next(
    { at }: { readonly at: { readonly title: string; readonly step?: number; readonly totalSteps?: number } },
    labels: readonly string[],
    details: readonly string[] = [],
  ): Scripted {
    this.asked.push({ title: at.title, step: `${at.step}/${at.totalSteps}`, labels, details });
    const answer = this.#script.shift();
    assert.ok(answer !== undefined, `the script has no answer to ${at.title}: ${labels.join(", ")}`);
    return answer;
  }
}

/** A user interface that expects no question. */
export const silentUi: Ui = new ScriptedUi();

/** The mark stays with its key: two entries of a list cannot share one. */
function assertDistinct(entries: readonly PickEntry<unknown>[]): void {
  const keys = entries.flatMap((entry) => ("value" in entry ? [entry.key] : []));
  assert.deepEqual(keys, [...new Set(keys)]);
}

function label(entry: PickEntry<unknown> | { readonly label: string }): string {
  return "separator" in entry ? `--- ${entry.separator}` : entry.label;
}

function detail(entry: PickEntry<unknown>): string {
  return "detail" in entry ? (entry.detail ?? "") : "";
}

function textOf({ label: text, description }: PickItem<unknown>): string {
  return `${text} ${description ?? ""}`;
}
