import { descriptionProblem } from "../../core/rules/ruleText";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import type { AuthorizeVpcContext } from "./context";

/** Asks what the rule is for: whoever finds it later will want to know. */
export const descriptionStep: Step<AuthorizeVpcContext> = {
  field: "description",
  isNeeded: ({ given }) => given.description === undefined,
  async ask(context, at, ui) {
    const answer = await ui.input({
      at,
      prompt: "What the rule is for, kept as its description. May be empty",
      value: context.description ?? "",
      check: (text) => {
        const problem = descriptionProblem(text);
        return problem === undefined ? { verdict: "ok" } : { verdict: "error", message: problem };
      },
    });
    return takeAnswer(answer, (text) => {
      context.description = text;
    });
  },
};
