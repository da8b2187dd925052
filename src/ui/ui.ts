import type { Check } from "../core/check";
import type { ShownLines } from "../core/shownText";

/**
 * Every question and message goes through here, so that a test of a flow is a list of answers, and the flows
 * know no vscode.
 */
export interface Ui {
  pick<T>(question: PickQuestion<T>): Promise<Answer<T>>;
  pickMany<T>(question: PickManyQuestion<T>): Promise<Answer<readonly T[]>>;
  input(question: InputQuestion): Promise<Answer<string>>;
  /** A modal question for what cannot be taken back. */
  confirm(question: ConfirmQuestion): Promise<boolean>;
  /** A notification; resolves to the action chosen, or to `undefined`. Nobody has to answer it. */
  tell(message: Message): Promise<string | undefined>;
  copy(text: string): Promise<void>;
  runInTerminal(commandLine: string): void;
  openExternal(url: string): Promise<void>;
  /** Opens a file of this computer in an editor, at a line counted from 1 where one is given. */
  openFile(path: string, line?: number): Promise<void>;
  /** Shows a text to read, in an editor of its own that cannot be edited. */
  showText(text: ShownText): Promise<void>;
  /** Asks for a file and writes the text into it. The answer says where. Rejects when it cannot be written. */
  saveFile(question: SaveQuestion): Promise<Answer<string>>;
  /** Reads a text that the user has somewhere; `undefined` where there is none, or none was chosen. */
  readText(from: TextPlace): Promise<GivenText | undefined>;
  /** Shows how far something has come, with a way to cancel it. */
  progress<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T>;
}

export type Answer<T> =
  /** `typed`: what stood in the box of a picker. */
  | { readonly kind: "answer"; readonly value: T; readonly typed?: string }
  | { readonly kind: "back" }
  | { readonly kind: "cancel" };

/** Where a question stands in its flow. */
export interface Position {
  readonly title: string;
  /** Counted from 1; absent where the flow is one question. */
  readonly step?: number;
  readonly totalSteps?: number;
  readonly canGoBack?: boolean;
}

export interface PickQuestion<T> {
  readonly at: Position;
  readonly placeholder: string;
  readonly items: readonly PickEntry<T>[];
  /** A fuller list that takes the place of `items` when it is there; the picker shows that it is busy till then. */
  readonly later?: Promise<readonly PickEntry<T>[]>;
  /** Lists that take the place of `items` one after the other, as more is read; busy until it resolves. */
  readonly grow?: (show: (entries: readonly PickEntry<T>[]) => void) => Promise<void>;
  /** Marks the entry that Enter takes at first. */
  readonly isActive?: (value: T) => boolean;
  /** What is typed at first. */
  readonly typed?: string;
  /** Which entries stand for a text, where it is not enough that the text stands in them. */
  readonly matches?: (text: string) => (value: T) => boolean;
  /** What is typed, as an entry of its own; one without a value says why it cannot be taken. */
  readonly fromText?: (text: string) => Typed<T> | undefined;
}

/** `alone`: nothing else in the list may be taken for what is typed, though it matches. */
export type Typed<T> = (PickItem<T> | PickNote) & { readonly alone?: boolean };

export interface PickManyQuestion<T> {
  readonly at: Position;
  readonly placeholder: string;
  /** A list that is still being read is shown when it is there, as one: what is checked in it stays so. */
  readonly items: readonly PickManyEntry<T>[] | Promise<readonly PickManyEntry<T>[]>;
  /** Enter says so while nothing is checked. */
  readonly atLeastOne?: true;
}

export type PickManyEntry<T> = PickManyItem<T> | PickSeparator;

export interface PickManyItem<T> extends PickItem<T> {
  readonly picked: boolean;
  /** There to be read: it cannot be checked. */
  readonly fixed?: boolean;
}

export type PickEntry<T> = PickItem<T> | PickNote | PickSeparator;

export interface PickItem<T> {
  /**
   * Tells it from the others of its list, and is the same whenever the list is made anew (see `entryKey`): the mark
   * stays with its key. Notes and separators have none: Enter takes nothing there, so there is nothing to keep.
   */
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly icon?: string;
  /** Stays in the list whatever is typed. */
  readonly always?: boolean;
  readonly value: T;
}

/** Something to read among the entries. Enter on it does nothing. */
export interface PickNote {
  readonly label: string;
  readonly detail?: string;
  readonly icon?: string;
  readonly note: true;
}

export interface PickSeparator {
  readonly separator: string;
}

export interface InputQuestion {
  readonly at: Position;
  readonly prompt: string;
  /** What stands in the empty box: an example, or what is to be typed. */
  readonly placeholder: string;
  readonly value?: string;
  /** Asked on every key. An error keeps Enter from accepting, a warning does not. */
  readonly check: (text: string) => Check;
  /** Takes the question back, as if it had been cancelled. */
  readonly signal?: AbortSignal;
}

export interface ConfirmQuestion {
  readonly message: string;
  readonly detail: ShownLines;
  /** The button that does it. */
  readonly action: string;
}

export interface ShownText {
  /** The editor's title: the same name is the same editor. Its extension decides the language. */
  readonly name: string;
  readonly text: string;
  /** What can be done with it, each offered above a line, counted from 0. */
  readonly actions?: readonly TextAction[];
}

export interface TextAction {
  readonly line: number;
  readonly title: string;
  run(): void;
}

export interface SaveQuestion {
  readonly title: string;
  /** The file's name as proposed. */
  readonly name: string;
  readonly text: string;
}

/** Where a text can come from. An editor's is what is selected in it, or all where nothing is. */
export type TextPlace = "clipboard" | "editor" | "file";

export interface GivenText {
  /** Where it came from, in words. */
  readonly name: string;
  readonly text: string;
}

export interface Progress {
  /** Aborts when the user cancels. */
  readonly signal: AbortSignal;
  /** `share`: how much of it is over, from 0 to 1. */
  report(message: string, share: number): void;
}

export interface Message {
  readonly severity: "information" | "warning" | "error";
  readonly text: string;
  readonly actions: readonly string[];
}
