import { checkCacheSecurityGroupName } from "../../core/cacheSecurityGroups/cacheSecurityGroupName";
import type { Step } from "../../ui/wizard";
import { checkDescription, descriptionPrompt, namePrompt } from "../createCacheSecurityGroup/steps";
import { takeAnswer } from "../steps/takeAnswer";
import type { AuthorizeContext } from "./context";

/** Asks for the new group's name. */
export const newGroupNameStep: Step<AuthorizeContext> = {
  field: "newGroupName",
  isNeeded: ({ newGroup }) => newGroup !== undefined,
  async ask(context, at, ui) {
    const answer = await ui.input({
      at,
      prompt: namePrompt,
      value: context.newGroup?.name ?? "",
      check: checkCacheSecurityGroupName,
    });
    return takeAnswer(answer, (name) => {
      context.newGroup = { name, description: context.newGroup?.description ?? "" };
    });
  },
};

/** Asks for the new group's description, which the API requires. */
export const newGroupDescriptionStep: Step<AuthorizeContext> = {
  field: "description",
  isNeeded: ({ newGroup }) => newGroup !== undefined,
  async ask(context, at, ui) {
    const answer = await ui.input({
      at,
      prompt: descriptionPrompt,
      value: context.newGroup?.description ?? "",
      check: checkDescription,
    });
    return takeAnswer(answer, (description) => {
      context.newGroup = { name: context.newGroup?.name ?? "", description };
    });
  },
};
