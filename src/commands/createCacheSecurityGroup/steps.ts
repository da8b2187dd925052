import { checkCacheSecurityGroupName } from "../../core/cacheSecurityGroups/cacheSecurityGroupName";
import type { Check } from "../../core/check";
import type { Target } from "../../core/target";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import type { TargetContext } from "../steps/targetStep";

export interface CreateContext extends TargetContext {
  readonly given: Partial<Target & { readonly cacheSecurityGroupName: string; readonly description: string }>;
  cacheSecurityGroupName?: string;
  description?: string;
}

/** Asks for the new group's name. */
export const nameStep: Step<CreateContext> = {
  field: "cacheSecurityGroupName",
  isNeeded: ({ given }) => given.cacheSecurityGroupName === undefined,
  async ask(context, at, ui) {
    const answer = await ui.input({
      at,
      prompt: namePrompt,
      value: context.cacheSecurityGroupName ?? "",
      check: checkCacheSecurityGroupName,
    });
    return takeAnswer(answer, (name) => {
      context.cacheSecurityGroupName = name;
    });
  },
};

/** Asks for the new group's description, which the API requires. */
export const descriptionStep: Step<CreateContext> = {
  field: "description",
  isNeeded: ({ given }) => given.description === undefined,
  async ask(context, at, ui) {
    const answer = await ui.input({
      at,
      prompt: descriptionPrompt,
      value: context.description ?? "",
      check: checkDescription,
    });
    return takeAnswer(answer, (description) => {
      context.description = description;
    });
  },
};

export const namePrompt = "The new cache security group's name: letters and digits, stored in lower case";
export const descriptionPrompt = "What the new cache security group is for";

export function checkDescription(text: string): Check {
  return text.trim() === ""
    ? { verdict: "error", message: "Enter a description: the API requires one" }
    : { verdict: "ok" };
}
