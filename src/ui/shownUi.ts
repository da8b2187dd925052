import { shownText } from "../core/shownText";
import { isFolded } from "./folded";
import type {
  Answer,
  ConfirmQuestion,
  InputQuestion,
  Message,
  PickEntry,
  PickManyEntry,
  PickManyQuestion,
  PickQuestion,
  Position,
  SaveQuestion,
  Typed,
  Ui,
} from "./ui";
import { withPicks } from "./withPicks";

/**
 * Questions and messages with every text as it may be shown: names come from other people's accounts. What is copied,
 * saved, run, opened or typed stays as it is, and so does a page of text, which has lines of its own.
 */
export function shownUi(ui: Ui): Ui {
  return {
    ...withPicks(ui, {
      pick: (question) => ui.pick(shownPick(question)),
      pickMany: (question) => ui.pickMany(shownPickMany(question)),
    }),
    input: (question) => ui.input(shownInput(question)),
    confirm: (question) => ui.confirm(shownConfirm(question)),
    tell: (message) => tellWhole(shownMessage(message), ui),
    progress: (title, work) =>
      ui.progress(shownText(title), ({ signal, report }) =>
        work({ signal, report: (message, share) => report(shownText(message), share) }),
      ),
    saveFile: (question): Promise<Answer<string>> => ui.saveFile(shownSave(question)),
  };
}

/** An input box's question so; the one that asks for an MFA code goes without the rest of the interface. */
export function shownInput(question: InputQuestion): InputQuestion {
  const { at, prompt, placeholder, check } = question;
  return {
    ...question,
    at: shownPosition(at),
    prompt: shownText(prompt),
    placeholder: shownText(placeholder),
    check: (text) => {
      const result = check(text);
      return result.verdict === "ok" ? result : { ...result, message: shownText(result.message) };
    },
  };
}

function shownPick<T>(question: PickQuestion<T>): PickQuestion<T> {
  const { at, placeholder, items, later, grow, fromText } = question;
  return {
    ...question,
    at: shownPosition(at),
    placeholder: shownText(placeholder),
    items: items.map(shownEntry),
    ...(later ? { later: later.then((entries) => entries.map(shownEntry)) } : {}),
    ...(grow ? { grow: (show) => grow((entries) => show(entries.map(shownEntry))) } : {}),
    ...(fromText ? { fromText: (text) => shownTyped(fromText(text)) } : {}),
  };
}

function shownPickMany<T>(question: PickManyQuestion<T>): PickManyQuestion<T> {
  const { at, placeholder, items } = question;
  const shown = (entries: readonly PickManyEntry<T>[]) => entries.map(shownEntry<T, PickManyEntry<T>>);
  return {
    ...question,
    at: shownPosition(at),
    placeholder: shownText(placeholder),
    items: items instanceof Promise ? items.then(shown) : shown(items),
  };
}

/** The lines of the detail are so already: their type says it. */
function shownConfirm(question: ConfirmQuestion): ConfirmQuestion {
  return { ...question, message: shownText(question.message) };
}

function shownMessage(message: Message): Message {
  return { ...message, text: shownText(message.text) };
}

/** A message that would be folded gets a button: there is always something that it can be used for. */
async function tellWhole(message: Message, ui: Ui): Promise<string | undefined> {
  if (message.actions.length > 0 || !isFolded(message.text)) {
    return ui.tell(message);
  }
  if ((await ui.tell({ ...message, actions: [copyMessage] })) === copyMessage) {
    await ui.copy(message.text);
  }
  return undefined;
}

const copyMessage = "Copy Message";

function shownSave(question: SaveQuestion): SaveQuestion {
  return { ...question, title: shownText(question.title) };
}

function shownPosition(at: Position): Position {
  return { ...at, title: shownText(at.title) };
}

function shownTyped<T>(typed: Typed<T> | undefined): Typed<T> | undefined {
  return typed && shownEntry<T, Typed<T>>(typed);
}

/** Nearly all entries of a long list are as they may be shown already: they are not made anew. */
function shownEntry<T, E extends PickEntry<T>>(entry: E): E {
  let changed = entry;
  for (const field of ["label", "description", "detail", "separator"] as const) {
    const text: unknown = field in entry ? Reflect.get(entry, field) : undefined;
    const shown = typeof text === "string" ? shownText(text) : text;
    if (shown !== text) {
      changed = { ...changed, [field]: shown };
    }
  }
  return changed;
}
