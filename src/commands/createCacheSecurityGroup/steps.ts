import { checkCacheSecurityGroupName } from "../../core/cacheSecurityGroups/cacheSecurityGroupName";
import { storedName } from "../../core/cacheSecurityGroups/items";
import type { Check } from "../../core/check";
import type { Target } from "../../core/target";
import { inputStep } from "../../ui/steps";
import { knownTarget, type TargetContext } from "../steps/targetStep";

export interface CreateContext extends TargetContext {
  readonly given: Partial<Target & { readonly cacheSecurityGroupName: string; readonly description: string }>;
  cacheSecurityGroupName?: string;
  description?: string;
  /** The name that AWS has refused, since there is one. */
  taken?: string;
}

export const nameQuestion = {
  prompt: "The new cache security group's name: letters and digits, stored in lower case",
  placeholder: "mygroup",
  check: checkCacheSecurityGroupName,
};

/** The API requires a description. */
export const descriptionQuestion = {
  prompt: "What the new cache security group is for",
  placeholder: "Session store of the web shop",
  check: (text: string): Check =>
    text.trim() === ""
      ? { verdict: "error", message: "Enter a description: the API requires one" }
      : { verdict: "ok" },
};

/** The same, where names that are taken are known: what was read before warns, what AWS has just refused is refused. */
export function freeNameQuestion(context: TargetContext & { readonly taken?: string }) {
  const target = knownTarget(context);
  return {
    ...nameQuestion,
    check: (text: string): Check => {
      const name = storedName(text.trim());
      const check = nameQuestion.check(text);
      const message = `There is a cache security group ${name} already`;
      if (name === context.taken) {
        return { verdict: "error", message };
      }
      const isThere = target !== undefined && context.services.state.groups.find(target, name) !== undefined;
      return check.verdict === "ok" && isThere ? { verdict: "warning", message } : check;
    },
  };
}

export const nameStep = inputStep<"cacheSecurityGroupName", CreateContext>(
  "cacheSecurityGroupName",
  freeNameQuestion,
);
export const descriptionStep = inputStep<"description", CreateContext>("description", descriptionQuestion);
