import { checkDescription } from "../../core/rules/ruleText";
import { inputStep } from "../../ui/steps";

/** Asks what the rule is for: whoever finds it later will want to know. */
export const descriptionStep = inputStep("description", {
  prompt: "What the rule is for, kept as its description. May be empty",
  placeholder: "Web servers of the shop",
  check: checkDescription,
});
