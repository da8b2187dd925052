import type { Failure } from "../../core/failures/failures";
import type { KnownPrefixLists } from "../../core/rules/prefixLists";
import type { RuleContent } from "../../core/rules/rule";
import type { Target } from "../../core/target";
import { readPrefixLists } from "../../store/readPrefixLists";
import type { Services } from "../command";

/** What is known of prefix lists once those are read that new rules name. */
export async function knownPrefixLists(
  target: Target,
  rules: readonly RuleContent[],
  { state, aws }: Services,
): Promise<{ readonly known: KnownPrefixLists; readonly failures: readonly Failure[] }> {
  await state.vpc.loadFacts(target);
  const { lists, entries } = state.vpc.facts(target).prefixLists;
  const { known, failures } = await readPrefixLists(await aws(), target, rules);
  return {
    known: {
      lists: known.lists.length > 0 ? known.lists : lists,
      entries: new Map([...entries, ...known.entries]),
    },
    failures,
  };
}
