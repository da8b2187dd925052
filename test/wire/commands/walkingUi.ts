import type {
  Answer,
  ConfirmQuestion,
  InputQuestion,
  PickItem,
  PickManyQuestion,
  PickQuestion,
  Position,
} from "../../../src/ui/ui";
import { assertNamed } from "../../support/named";
import { ScriptedUi } from "../../support/scriptedUi";

/** What is typed where something has to be: the first that is taken. */
const texts = ["10.20.0.0/16", "walked", "565419523791", "6379"] as const;

const mostAsked = 20;

/** A user who takes the first entry of each question, up to the last of the flow, and answers no to what is modal. */
export class WalkingUi extends ScriptedUi {
  /** What is heard of each question: where it stands, what it asks, and what there is to choose from. */
  readonly heard: string[] = [];
  readonly #times = new Map<string, number>();

  override async pick<T>({ at, placeholder, items, later, grow }: PickQuestion<T>): Promise<Answer<T>> {
    let entries = (await later) ?? items;
    await grow?.((fuller) => {
      entries = fuller;
    });
    assertNamed(at, placeholder, entries);
    const times = this.#hear(at, placeholder);
    const first = entries.filter((entry): entry is PickItem<T> => "value" in entry)[times];
    return first && !this.#isEnd(at) ? { kind: "answer", value: first.value } : { kind: "cancel" };
  }

  override async pickMany<T>({ at, placeholder, items }: PickManyQuestion<T>): Promise<Answer<readonly T[]>> {
    const entries = await items;
    assertNamed(at, placeholder, entries);
    this.#hear(at, placeholder);
    const all = entries.flatMap((entry) => ("value" in entry && entry.fixed !== true ? [entry.value] : []));
    return all.length > 0 && !this.#isEnd(at) ? { kind: "answer", value: all } : { kind: "cancel" };
  }

  override async input({ at, prompt, check, value = "" }: InputQuestion): Promise<Answer<string>> {
    assertNamed(at, prompt);
    this.#hear(at, prompt);
    const taken = [value, ...texts].find((text) => text !== "" && check(text).verdict !== "error");
    return taken !== undefined && !this.#isEnd(at) ? { kind: "answer", value: taken } : { kind: "cancel" };
  }

  override async confirm({ message, action }: ConfirmQuestion): Promise<boolean> {
    assertNamed({ title: message }, action);
    this.#hear({ title: message }, `${action}, or Cancel`);
    return false;
  }

  /** The last of a flow; one without a count may be one of several. What is asked for ever is left. */
  #isEnd({ step, totalSteps = 0 }: Position): boolean {
    const asked = [...this.#times.values()].reduce((sum, times) => sum + times, 0);
    return (step !== undefined && totalSteps > 1 && step >= totalSteps) || asked >= mostAsked;
  }

  /** How often it was heard before: what leads back to it is not taken again. */
  #hear({ title, step, totalSteps }: Position, asked: string): number {
    const where = step === undefined || totalSteps === 1 ? "" : ` (${step}/${totalSteps})`;
    const words = `${title}${where}: ${asked}`;
    const times = this.#times.get(words) ?? 0;
    if (times === 0) {
      this.heard.push(words);
    }
    this.#times.set(words, times + 1);
    return times;
  }
}
