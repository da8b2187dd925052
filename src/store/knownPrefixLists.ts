import type { Failure } from "../core/failures/failures";
import type { KnownPrefixLists } from "../core/rules/prefixLists";
import type { ReadContent } from "../core/rules/rule";
import type { Target } from "../core/target";
import { type PrefixListsApi, readPrefixLists } from "./readPrefixLists";
import type { State } from "./state";

/** What is known of prefix lists once those are read that some rules name. */
export async function knownPrefixLists(
  target: Target,
  rules: readonly ReadContent[],
  { vpc }: Pick<State, "vpc">,
  aws: PrefixListsApi,
): Promise<{ readonly known: KnownPrefixLists; readonly failures: readonly Failure[] }> {
  await vpc.loadFacts(target);
  const { lists, entries } = vpc.facts(target).prefixLists;
  const { known, failures } = await readPrefixLists(aws, target, rules);
  return {
    known: {
      lists: known.lists.length > 0 ? known.lists : lists,
      entries: new Map([...entries, ...known.entries]),
    },
    failures,
  };
}
