import type {
  Answer,
  ConfirmQuestion,
  InputQuestion,
  Message,
  PickManyQuestion,
  PickQuestion,
  Progress,
  ShownText,
} from "../../../src/ui/ui";
import { ContractUi } from "./contractUi";

/** Writes down all that is shown, a line for each thing, in words that are the same in every run. */
export class RecordingUi extends ContractUi {
  readonly lines: string[] = [];

  override input(question: InputQuestion): Promise<Answer<string>> {
    this.#say(`input: ${question.at.title}`, question.prompt);
    return super.input(question);
  }

  override pick<T>(question: PickQuestion<T>): Promise<Answer<T>> {
    this.#say(`pick: ${question.at.title}`, question.placeholder);
    return super.pick(question);
  }

  override pickMany<T>(question: PickManyQuestion<T>): Promise<Answer<readonly T[]>> {
    this.#say(`pick many: ${question.at.title}`, question.placeholder);
    return super.pickMany(question);
  }

  override confirm(question: ConfirmQuestion): Promise<boolean> {
    this.#say(`confirm: ${question.message}`, question.detail, `[${question.action}]`);
    return super.confirm(question);
  }

  override tell(message: Message): Promise<string | undefined> {
    this.#say(`${message.severity}: ${message.text}`, message.actions.map((each) => `[${each}]`).join(" "));
    return super.tell(message);
  }

  override showText(text: ShownText): Promise<void> {
    // The second line of a report is the time.
    const lines = text.text.split("\n").filter((_, index) => index !== 1);
    this.#say(`text: ${text.name}`, ...lines);
    return super.showText(text);
  }

  override progress = <T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T> => {
    this.#say(`progress: ${title}`);
    return work({
      signal: this.cancel.signal,
      report: (message, share) => this.#say(`progress: ${message}, ${share.toFixed(2)}`),
    });
  };

  #say(first: string, ...more: readonly string[]): void {
    const rest = more
      .flatMap((text) => text.split("\n"))
      .filter((line) => line.trim() !== "")
      .map((line) => `    ${line}`);
    this.lines.push(...[first, ...rest].map(withoutIds));
  }
}

/** What the sandbox thinks up anew each time. */
function withoutIds(text: string): string {
  return text
    .replace(/\bsgr-[0-9a-f]{8,}/g, "sgr-ID")
    .replace(/\bsg-[0-9a-f]{8,}/g, "sg-ID")
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, "REQUEST-ID")
    .trimEnd();
}
