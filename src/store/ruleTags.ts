import type { Target } from "../core/target";
import type { State } from "./state";

/** The tags for new rules: those given; where somebody answers prompts, who made them. */
export function ruleTags(
  { profile }: Target,
  given: Readonly<Record<string, string>> | undefined,
  interactive: boolean,
  { state }: { readonly state: Pick<State, "accounts"> },
): Readonly<Record<string, string>> {
  const arn = state.accounts.get(profile)?.arn;
  if (given || !interactive || arn === undefined) {
    return given ?? {};
  }
  return { "elasticache-access:made-by": arn.slice(0, 256) };
}
