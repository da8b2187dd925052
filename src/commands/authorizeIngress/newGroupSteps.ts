import { checkCacheSecurityGroupName } from "../../core/cacheSecurityGroupName";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import type { AuthorizeContext } from "./context";

/** Asks for the new group's name. */
export const newGroupNameStep: Step<AuthorizeContext> = {
  field: "newGroupName",
  isNeeded: ({ newGroup }) => newGroup !== undefined,
  async ask(context, at, ui) {
    const answer = await ui.input({
      at,
      prompt: "The new cache security group's name: letters and digits, stored in lower case",
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
  field: "Description",
  isNeeded: ({ newGroup }) => newGroup !== undefined,
  async ask(context, at, ui) {
    const answer = await ui.input({
      at,
      prompt: "What the new cache security group is for",
      value: context.newGroup?.description ?? "",
      check: checkDescription,
    });
    return takeAnswer(answer, (description) => {
      context.newGroup = { name: context.newGroup?.name ?? "", description };
    });
  },
};

function checkDescription(text: string) {
  return text.trim() === ""
    ? ({ verdict: "error", message: "Enter a description: the API requires one" } as const)
    : ({ verdict: "ok" } as const);
}
