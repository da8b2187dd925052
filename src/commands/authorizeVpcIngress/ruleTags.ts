import { targetOf } from "../steps/targetStep";
import type { AuthorizeVpcContext } from "./context";

/** The tags for the new rule: those given; where somebody answers prompts, who made it. */
export function ruleTags(
  context: AuthorizeVpcContext,
  interactive: boolean,
): Readonly<Record<string, string>> {
  const { given, services } = context;
  const arn = services.state.accounts.get(targetOf(context).profile)?.arn;
  if (given.tags || !interactive || arn === undefined) {
    return given.tags ?? {};
  }
  return { "elasticache-access:made-by": arn.slice(0, 256) };
}
