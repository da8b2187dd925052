import type { QuickPick } from "vscode";
import type { Entry } from "./entry";
import { mostShown } from "./narrow";
import { type Keys, SentList } from "./sentList";
import { typedList } from "./typedList";
import type { PickEntry, PickItem, PickQuestion } from "./ui";
import { windowTurn } from "./windowTurn";

/**
 * The entries of a picker, and the mark on the one that Enter takes. The mark stays with its key, whatever arrives:
 * it goes elsewhere only where its entry is gone, or where the user puts it or types something else.
 */
export class PickerList<T> {
  readonly #picker: QuickPick<Entry<T>>;
  readonly #question: PickQuestion<T>;
  #entries: readonly PickEntry<T>[];
  /** The list that the window may not have taken up yet, and when it has. */
  #sent: SentList | undefined;
  #settled: Promise<void> = Promise.resolve();
  /** The last that was sent because something else is typed now. */
  #sentForText: SentList | undefined;
  /** Whether VS Code still holds back a mark that it was given: what it is given next goes with it. */
  #isMarkHeld = false;
  #arrivals = 0;
  /** Whether the user has put the mark where it is. */
  #isPut = false;
  /** Whether what is typed has an entry of its own. */
  #standsFor = false;

  constructor(picker: QuickPick<Entry<T>>, question: PickQuestion<T>) {
    this.#picker = picker;
    this.#question = question;
    this.#entries = question.items;
    this.#standsFor = picker.value !== "" && question.fromText?.(picker.value) !== undefined;
    picker.onDidChangeActive(([entry]) => this.#marked(entry));
    picker.onDidChangeValue((text) => this.#typed(text));
    this.#send();
  }

  /** Shows a fuller list, as soon as the window has taken up the one before. */
  async takeUp(fuller: readonly PickEntry<T>[]): Promise<void> {
    const arrival = ++this.#arrivals;
    await this.#atRest();
    if (arrival !== this.#arrivals) {
      // An even fuller one has come meanwhile.
      return;
    }
    this.#entries = fuller;
    this.#send(this.#isForWant() ? undefined : this.#mark());
  }

  /** Shows the list again after something else was shown in its place. */
  showAgain(): void {
    const mark = this.#mark();
    this.#picker.show();
    this.#send(mark);
  }

  /** The entry that Enter was pressed for; `undefined` where it is none, or cannot be told: then nothing is taken. */
  async accepted(): Promise<PickItem<T> | undefined> {
    const [entry] = this.#picker.selectedItems;
    const sent = this.#sent;
    if (!sent) {
      // Where nothing is marked, VS Code leaves here what Enter was pressed on before.
      return this.#placeOf(entry) < 0 ? undefined : entry?.of;
    }
    const typed = this.#picker.value;
    const place = this.#placeOf(entry);
    const { moment } = sent;
    await this.#atRest();
    if (this.#picker.value !== typed) {
      return undefined;
    }
    // Who types and presses Enter at once means what stands for the text in the end.
    const isForText = typed !== "" && (place < 0 || (sent === this.#sentForText && moment === 0));
    const key = isForText ? this.#mark() : sent.keyAt(place, moment);
    return this.#find(key)?.of;
  }

  #marked(entry: Entry<T> | undefined): void {
    if (!entry) {
      // Between two lists nothing is marked for a moment.
      return;
    }
    if (this.#sent) {
      this.#sent.marked(this.#placeOf(entry));
    } else {
      this.#isPut = true;
    }
  }

  #typed(text: string): void {
    this.#isPut = false;
    const stoodFor = this.#standsFor;
    this.#standsFor = text !== "" && this.#question.fromText?.(text) !== undefined;
    // What VS Code can filter by itself is not sent again for every key.
    if (
      stoodFor ||
      this.#standsFor ||
      this.#question.matches ||
      this.#entries.length > mostShown ||
      this.#sent ||
      this.#isMarkHeld
    ) {
      this.#sentForText = this.#send();
    }
  }

  /** Sends what there is for what is typed, the mark on the entry with this key, if there is one. */
  #send(kept?: string): SentList {
    const { items, mark, signs } = typedList(this.#entries, this.#question, {
      ...{ text: this.#picker.value, kept, isMarkHeld: this.#isMarkHeld },
    });
    // In a list without entries no place stands for any: what is said is of the new one.
    const before = keysOf(this.#picker.items.length === 0 ? items : this.#picker.items);
    this.#picker.items = items;
    if (mark) {
      this.#giveMark(mark);
    }
    this.#isPut &&= kept !== undefined && mark?.of?.key === kept;
    const sent = new SentList(before, keysOf(items), signs);
    this.#sent = sent;
    this.#settled = windowTurn().then(() => {
      if (this.#sent === sent) {
        this.#sent = undefined;
        this.#settle(sent);
      }
    });
    return sent;
  }

  #settle(sent: SentList): void {
    const lost = this.#picker.value === "" ? this.#find(sent.markedBefore()) : undefined;
    if (lost) {
      this.#giveMark(lost);
    }
    this.#isPut ||= lost !== undefined || sent.wasMoved();
  }

  #giveMark(entry: Entry<T>): void {
    this.#picker.activeItems = [entry];
    this.#isMarkHeld = true;
    // VS Code sends what changes in a quick input with a timer that began before this one.
    setTimeout(() => {
      this.#isMarkHeld = false;
    }, 0);
  }

  async #atRest(): Promise<void> {
    while (this.#sent) {
      await this.#settled;
    }
  }

  /** Whether what is marked is so only because nothing else was there. */
  #isForWant(): boolean {
    const [marked] = this.#picker.activeItems;
    const first = this.#picker.items.find(({ of }) => of !== undefined);
    return !this.#isPut && marked?.of?.always === true && marked === first;
  }

  #mark(): string | undefined {
    return this.#picker.activeItems[0]?.of?.key;
  }

  #find(key: string | undefined): Entry<T> | undefined {
    return key === undefined ? undefined : this.#picker.items.find(({ of }) => of?.key === key);
  }

  #placeOf(entry: Entry<T> | undefined): number {
    return entry ? this.#picker.items.indexOf(entry) : -1;
  }
}

function keysOf(items: readonly Entry<unknown>[]): Keys {
  return items.map(({ of }) => of?.key);
}
