import { momentWords } from "../../core/expiry/endWords";
import { endOf, type GivenEnd } from "../../core/expiry/givenEnd";
import type { Target } from "../../core/target";
import { note, section } from "../../ui/entries";
import type {
  Answer,
  PickEntry,
  PickItem,
  PickManyEntry,
  PickManyItem,
  PickManyQuestion,
  PickQuestion,
  Ui,
} from "../../ui/ui";
import { withPicks } from "../../ui/withPicks";
import type { Step } from "../../ui/wizard";
import { type EndChoice, type EndServices, endChoices, typedEnd } from "./endChoices";

/** The entry of a review with which it goes on. */
const goOn = "authorize";

/** Its icon where what is to be made is there already: nothing can be given an end. */
const nothingToDo = "check";

/** A flow whose review says when what is made ends. */
export interface EndingContext {
  readonly services: EndServices;
  expires?: GivenEnd;
}

/**
 * A review that has "Expires" besides: the way to go on that was used last stands first, and the others at the end. What
 * is typed is a time or a duration. Where params have said it, nothing is asked.
 */
export function withEnds<C extends EndingContext>(
  step: Step<C>,
  targets: (context: C) => readonly Target[],
): Step<C> {
  const asked = new WeakSet<C>();
  return {
    ...step,
    async ask(context, at, ui) {
      // Asked again, what stands there is the answer that was given before.
      if (context.expires && !asked.has(context)) {
        return step.ask(context, at, ui);
      }
      asked.add(context);
      return step.ask(context, at, endsUi(ui, targets(context), context));
    },
  };
}

/** The same picks, with the choice of an end in them. */
export function endsUi(ui: Ui, targets: readonly Target[], context: EndingContext): Ui {
  const ends = new Ends(targets, context);
  return withPicks(ui, {
    pick: async <T>(question: PickQuestion<T>): Promise<Answer<T>> => {
      const answer = await ui.pick(ends.pick(question));
      if (answer.kind !== "answer") {
        return answer;
      }
      ends.keep(answer.value.choice);
      return { ...answer, value: answer.value.value };
    },
    pickMany: async <T>(question: PickManyQuestion<T>): Promise<Answer<readonly T[]>> => {
      const answer = await ui.pickMany(ends.pickMany(question));
      if (answer.kind !== "answer") {
        return answer;
      }
      const chosen = answer.value.flatMap((each) => ("choice" in each ? [each.choice] : []));
      ends.keep(ends.earliest(chosen));
      return { ...answer, value: answer.value.flatMap((each) => ("choice" in each ? [] : [each.value])) };
    },
  });
}

interface Chosen<T> {
  readonly value: T;
  readonly choice: EndChoice | undefined;
}

type Checked<T> = { readonly value: T } | { readonly choice: EndChoice };

/** The choices of one review. */
class Ends {
  readonly #targets: readonly Target[];
  readonly #context: EndingContext;
  readonly #choices: readonly EndChoice[];

  constructor(targets: readonly Target[], context: EndingContext) {
    this.#targets = targets;
    this.#context = context;
    this.#choices = endChoices(targets, context.services);
  }

  keep(choice: EndChoice | undefined): void {
    const { end = null, name = "never" } = choice ?? {};
    if (end) {
      this.#context.expires = end;
    } else {
      delete this.#context.expires;
    }
    void this.#context.services.recentEnd.keep(name);
  }

  earliest(choices: readonly EndChoice[]): EndChoice | undefined {
    const at = ({ end }: EndChoice) => (end ? endOf(end, this.#now()) : Number.POSITIVE_INFINITY);
    return [...choices].sort((a, b) => at(a) - at(b))[0];
  }

  pick<T>({
    items,
    later,
    grow,
    isActive: _,
    matches: __,
    ...question
  }: PickQuestion<T>): PickQuestion<Chosen<T>> {
    let first: PickItem<T> | undefined;
    const entries = (given: readonly PickEntry<T>[]) => {
      first = given.find((entry): entry is PickItem<T> => "value" in entry && entry.key === goOn);
      return this.#entries(given);
    };
    return {
      ...question,
      items: entries(items),
      ...(later ? { later: later.then(entries) } : {}),
      ...(grow ? { grow: (show) => grow((given) => show(entries(given))) } : {}),
      fromText: (text) => {
        const typed = typedEnd(text, this.#targets, this.#context.services);
        return typed && "value" in typed && first ? this.#variant(first, typed.value) : typedNote(typed);
      },
    };
  }

  pickMany<T>(question: PickManyQuestion<T>): PickManyQuestion<Checked<T>> {
    const last = this.#context.services.recentEnd.last();
    const boxes = this.#choices
      .filter(({ end }) => end !== null)
      .map((choice): PickManyItem<Checked<T>> => {
        const { label, ...item } = this.#variant({ key: goOn, label: "Expires", value: 0 }, choice);
        return { ...item, label: `Expires ${choice.words}`, picked: choice.name === last, value: { choice } };
      });
    return {
      ...question,
      items: Promise.resolve(question.items).then((given): readonly PickManyEntry<Checked<T>>[] => [
        ...given.map((entry) => ("value" in entry ? { ...entry, value: { value: entry.value } } : entry)),
        ...section("when it ends, the earliest that is checked", boxes),
      ]),
    };
  }

  #entries<T>(given: readonly PickEntry<T>[]): readonly PickEntry<Chosen<T>>[] {
    const others: PickEntry<Chosen<T>>[] = [];
    const shown = given.map((entry): PickEntry<Chosen<T>> => {
      if (!("value" in entry)) {
        return entry;
      }
      const [first, ...rest] = entry.key === goOn && entry.icon !== nothingToDo ? this.#choices : [];
      if (!first) {
        return { ...entry, value: { value: entry.value, choice: undefined } };
      }
      others.push(...rest.map((choice) => this.#variant(entry, choice)));
      return this.#variant(entry, first);
    });
    const typing = note("info", "Type when it ends: 2026-11-27T18:00 or PT8H");
    return [...shown, ...section("expires", others.length > 0 ? [...others, typing] : [])];
  }

  #variant<T>(entry: PickItem<T>, choice: EndChoice): PickItem<Chosen<T>> {
    const { name, words, end } = choice;
    const value = { value: entry.value, choice };
    return end
      ? {
          ...entry,
          key: `${goOn} ${name}`,
          label: `${entry.label}, expires ${words}`,
          description: momentWords(endOf(end, this.#now())),
          icon: "clock",
          value,
        }
      : { ...entry, value };
  }

  #now(): number {
    const [target] = this.#targets;
    return target ? this.#context.services.state.ends.now(target) : Date.now();
  }
}

function typedNote(typed: ReturnType<typeof typedEnd>) {
  return typed && "note" in typed ? typed : undefined;
}
