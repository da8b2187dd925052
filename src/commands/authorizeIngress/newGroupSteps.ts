import { inputStep } from "../../ui/steps";
import type { Step } from "../../ui/wizard";
import { descriptionQuestion, freeNameQuestion } from "../createCacheSecurityGroup/steps";
import type { AuthorizeContext } from "./context";

const isNeeded = ({ isNewGroup }: AuthorizeContext) => isNewGroup === true;

/** Asks for the new group's name. */
export const newGroupNameStep: Step<AuthorizeContext> = {
  ...inputStep<"newGroupName", AuthorizeContext>("newGroupName", freeNameQuestion),
  isNeeded,
};

/** Asks for the new group's description, which the API requires. */
export const newGroupDescriptionStep: Step<AuthorizeContext> = {
  ...inputStep<"description", AuthorizeContext>("description", descriptionQuestion),
  isNeeded,
};
