import type { Target } from "../../core/target";
import type { Services } from "../command";

/** The tags for new rules: those given; where somebody answers prompts, who made them. */
export function ruleTags(
  { profile }: Target,
  given: Readonly<Record<string, string>> | undefined,
  interactive: boolean,
  { state }: Pick<Services, "state">,
): Readonly<Record<string, string>> {
  const arn = state.accounts.get(profile)?.arn;
  if (given || !interactive || arn === undefined) {
    return given ?? {};
  }
  return { "elasticache-access:made-by": arn.slice(0, 256) };
}
