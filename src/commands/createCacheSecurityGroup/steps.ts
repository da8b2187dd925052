import { checkCacheSecurityGroupName } from "../../core/cacheSecurityGroups/cacheSecurityGroupName";
import type { Check } from "../../core/check";
import type { Target } from "../../core/target";
import { inputStep } from "../../ui/steps";
import type { TargetContext } from "../steps/targetStep";

export interface CreateContext extends TargetContext {
  readonly given: Partial<Target & { readonly cacheSecurityGroupName: string; readonly description: string }>;
  cacheSecurityGroupName?: string;
  description?: string;
}

export const nameQuestion = {
  prompt: "The new cache security group's name: letters and digits, stored in lower case",
  check: checkCacheSecurityGroupName,
};

/** The API requires a description. */
export const descriptionQuestion = {
  prompt: "What the new cache security group is for",
  check: (text: string): Check =>
    text.trim() === ""
      ? { verdict: "error", message: "Enter a description: the API requires one" }
      : { verdict: "ok" },
};

export const nameStep = inputStep("cacheSecurityGroupName", nameQuestion);
export const descriptionStep = inputStep("description", descriptionQuestion);
