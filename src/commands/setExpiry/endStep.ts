import type { Target } from "../../core/target";
import { note } from "../../ui/entries";
import { pickStep } from "../../ui/steps";
import type { Services } from "../command";
import {
  type ChosenEnd,
  type EndChoice,
  endChoices,
  endItem,
  typedEnd,
  typedEndNote,
} from "../steps/endChoices";
import { type TargetContext, targetOf } from "../steps/targetStep";

/** A flow that asks when something is to end. */
export interface EndContext extends TargetContext {
  readonly services: Services;
  readonly givenEnd?: ChosenEnd;
  expires?: ChosenEnd;
}

/** Asks when it is to end. What is typed is a time or a duration. */
export const endStep = pickStep<EndContext, EndChoice>({
  field: "expires",
  isNeeded: ({ givenEnd }) => givenEnd === undefined,
  question: (context) => {
    const { services } = context;
    const target: Target = targetOf(context);
    const now = services.state.ends.now(target);
    const choices = endChoices([target], services);
    return {
      placeholder: "When it ends. Enter sets it, Escape changes nothing",
      items:
        choices.length === 0
          ? [
              note("info", "The setting longestExpiry allows none of these: type an earlier one"),
              typedEndNote,
            ]
          : [...choices.map((choice) => endItem(choice, now)), typedEndNote],
      fromText: (text) => typedEnd(text, [target], services),
    };
  },
  keep: (context, { name, end }) => {
    context.expires = end;
    void context.services.recentEnd.keep(name);
  },
});
