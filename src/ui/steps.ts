import type { Answer, InputQuestion, PickManyQuestion, PickQuestion, Position } from "./ui";
import type { Step, StepEnd } from "./wizard";

/** A question of a flow, which says where it stands; `at` where its title says more than the flow's. */
export type Asked<Question extends { readonly at: Position }> = Omit<Question, "at"> & {
  readonly at?: Position;
};

interface QuestionStep<C, Question extends { readonly at: Position }, T> {
  readonly field: string;
  readonly isNeeded: (context: C) => boolean;
  readonly question: (context: C, at: Position) => Asked<Question>;
  readonly keep: (context: C, value: T) => void;
}

/** A step that picks one from a list. */
export function pickStep<C, T>({ question, keep, ...step }: QuestionStep<C, PickQuestion<T>, T>): Step<C> {
  return {
    ...step,
    ask: async (context, at, ui) =>
      takeAnswer(await ui.pick<T>({ at, ...question(context, at) }), (value) => keep(context, value)),
  };
}

/** A step that picks some from a list. */
export function pickManyStep<C, T>({
  question,
  keep,
  ...step
}: QuestionStep<C, PickManyQuestion<T>, readonly T[]>): Step<C> {
  return {
    ...step,
    ask: async (context, at, ui) =>
      takeAnswer(await ui.pickMany<T>({ at, ...question(context, at) }), (value) => keep(context, value)),
  };
}

/** A context in which a text is given beforehand, or answered. */
type WithText<F extends string> = { readonly given: { readonly [field in F]?: unknown } } & {
  [field in F]?: string;
};

/** A step that asks for a text; the box begins with the answer it had before. */
export function inputStep<F extends string, C extends WithText<F>>(
  field: F,
  question: Omit<InputQuestion, "at" | "value"> | ((context: C) => Omit<InputQuestion, "at" | "value">),
): Step<C> {
  return {
    field,
    isNeeded: ({ given }) => given[field] === undefined,
    ask: async (context, at, ui) => {
      const asked = typeof question === "function" ? question(context) : question;
      const answer = await ui.input({ at, ...asked, value: context[field] ?? "" });
      return takeAnswer(answer, (text) => Object.assign(context, { [field]: text }));
    },
  };
}

/** Keeps an answer in a field of the context. */
export function keepIn<F extends string>(field: F): <T>(context: { [field in F]?: T }, value: T) => void {
  return (context, value) => Object.assign(context, { [field]: value });
}

/** Keeps an answer and goes on; Back and Escape pass through. */
export function takeAnswer<T>(answer: Answer<T>, keep: (value: T) => void): StepEnd {
  if (answer.kind === "answer") {
    keep(answer.value);
    return "next";
  }
  return answer.kind;
}
