import type { Answer, ConfirmQuestion, InputQuestion, Message, PickQuestion } from "../../../src/ui/ui";
import { type Scripted, ScriptedUi } from "../../support/scriptedUi";

/** A user who types a protected profile's name when asked, and presses Undo when the test says so. */
export class ContractUi extends ScriptedUi {
  /** How often a guard has asked. */
  guards = 0;
  /** Called before each answer. */
  onQuestion: () => void = () => undefined;
  /** Called when a change says how far it has come. */
  onProgress: () => void = () => undefined;
  readonly undo: Promise<void>;
  /** Presses Undo on the message that offers it; once. */
  pressUndo: () => void = () => undefined;
  #undone = false;

  constructor(...script: readonly Scripted[]) {
    super(...script);
    this.undo = new Promise((resolve) => {
      this.pressUndo = resolve;
    });
  }

  override async input(question: InputQuestion): Promise<Answer<string>> {
    const guarded = /^(.*) is protected$/.exec(question.at.title)?.[1];
    if (guarded === undefined) {
      this.onQuestion();
      return super.input(question);
    }
    this.guards += 1;
    return { kind: "answer", value: guarded };
  }

  override async confirm(question: ConfirmQuestion): Promise<boolean> {
    this.onQuestion();
    return super.confirm(question);
  }

  override async pick<T>(question: PickQuestion<T>): Promise<Answer<T>> {
    this.onQuestion();
    return super.pick(question);
  }

  override async tell(message: Message): Promise<string | undefined> {
    this.messages.push(message);
    if (this.#undone || !message.actions.includes("Undo")) {
      return undefined;
    }
    this.#undone = true;
    await this.undo;
    return "Undo";
  }

  override progress: ScriptedUi["progress"] = (_, work) =>
    work({
      signal: this.cancel.signal,
      report: (message, share) => {
        this.progressed.push({ message, share });
        this.onProgress();
      },
    });
}
