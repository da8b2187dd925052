import type { SecurityGroupsApi } from "../aws/api/securityGroups";
import type { Failure } from "../core/failures/failures";
import { blocksOfEntries, type KnownPrefixLists, noPrefixLists } from "../core/rules/prefixLists";
import type { ReadContent } from "../core/rules/rule";
import type { Target } from "../core/target";
import { distinctFailures } from "./distinctFailures";

export type PrefixListsApi = Pick<SecurityGroupsApi, "listPrefixLists" | "listPrefixListEntries">;

/**
 * The prefix lists that rules name: which they are, and what they hold. `failures`: why something is not known.
 *
 * @param wanted the lists whose content is asked for, each by a request: all that are named, where left out
 */
export async function readPrefixLists(
  aws: PrefixListsApi,
  target: Target,
  rules: readonly ReadContent[],
  wanted?: readonly string[],
): Promise<{ readonly known: KnownPrefixLists; readonly failures: readonly Failure[] }> {
  const named = [
    ...new Set(rules.flatMap(({ source }) => (source.kind === "prefixList" ? [source.prefixListId] : []))),
  ];
  const ids = wanted ?? named;
  if (named.length === 0) {
    return { known: noPrefixLists, failures: [] };
  }
  const [lists, ...entries] = await Promise.all([
    aws.listPrefixLists(target),
    ...ids.map(async (id) => ({ id, answer: await aws.listPrefixListEntries(target, id) })),
  ]);
  return {
    known: {
      lists: lists.ok ? lists.value : noPrefixLists.lists,
      entries: new Map(
        entries.flatMap(({ id, answer }) => {
          const blocks = answer.ok ? blocksOfEntries(answer.value) : undefined;
          return blocks ? [[id, blocks]] : [];
        }),
      ),
    },
    failures: distinctFailures(
      [lists, ...entries.map(({ answer }) => answer)].flatMap((answer) =>
        answer.ok ? [] : [answer.failure],
      ),
    ),
  };
}
