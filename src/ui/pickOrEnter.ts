import type { Answer, PickEntry, PickItem, PickQuestion, Position, Ui } from "./ui";

/** Another way to answer than by the list: an entry below it, and what it asks. */
export interface OtherWay<T> extends Omit<PickItem<T>, "value"> {
  readonly ask: (at: Position, ui: Ui) => Promise<Answer<T>>;
}

type MaybeAlone<T> = PickItem<T> & { readonly alone?: boolean };
type Choice<T> = { readonly listed: T } | OtherWay<T>;

/** Picks one from a list, or has it answered in another way; Back from that leads to the list again. */
export async function pickOrEnter<T>(
  { items, later, grow, isActive, fromText, ...question }: Omit<PickQuestion<T>, "matches">,
  ways: readonly OtherWay<T>[],
  ui: Ui,
): Promise<Answer<T>> {
  const others = ways.map(
    ({ ask, ...entry }): PickItem<Choice<T>> => ({ ...entry, value: { ...entry, ask } }),
  );
  const withOthers = (entries: readonly PickEntry<T>[]) => [
    ...entries.map((entry) => ("value" in entry ? listed(entry) : entry)),
    ...others,
  ];
  for (;;) {
    const answer = await ui.pick<Choice<T>>({
      ...question,
      items: withOthers(items),
      ...(later ? { later: later.then(withOthers) } : {}),
      ...(grow ? { grow: (show) => grow((entries) => show(withOthers(entries))) } : {}),
      ...(isActive ? { isActive: (choice) => "listed" in choice && isActive(choice.listed) } : {}),
      fromText: (text) => {
        const typed = fromText?.(text);
        return typed && "value" in typed ? listed(typed) : typed;
      },
    });
    if (answer.kind !== "answer") {
      return answer;
    }
    const entered: Answer<T> =
      "listed" in answer.value
        ? { kind: "answer", value: answer.value.listed }
        : await answer.value.ask({ ...question.at, canGoBack: true }, ui);
    if (entered.kind !== "back") {
      return entered;
    }
  }
}

function listed<T>(item: MaybeAlone<T>): MaybeAlone<Choice<T>> {
  return { ...item, value: { listed: item.value } };
}

/** What an answer stands for; Back and Escape pass through. */
export function mapAnswer<T, U>(answer: Answer<T>, to: (value: T) => U): Answer<U> {
  return answer.kind === "answer" ? { kind: "answer", value: to(answer.value) } : answer;
}
