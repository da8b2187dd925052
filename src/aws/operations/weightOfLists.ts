import type { Outcome } from "../../core/outcome";
import type { VpcIngress } from "../../core/rules/ipPermission";
import type { PrefixList } from "../../core/rules/prefixLists";

/**
 * Names how many rules a prefix list counts for, where rules were too many: as many as it may ever have entries,
 * which is no number that anybody sees in the group.
 * https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html
 */
export async function withWeightOfLists<T>(
  answer: Promise<Outcome<T>>,
  { rules }: VpcIngress,
  listAll: () => Promise<Outcome<readonly PrefixList[]>>,
): Promise<Outcome<T>> {
  const outcome = await answer;
  const ids = rules.flatMap(({ source }) => (source.kind === "prefixList" ? [source.prefixListId] : []));
  if (outcome.ok || outcome.failure.kind !== "quota" || ids.length === 0) {
    return outcome;
  }
  const lists = await listAll();
  const weights = (lists.ok ? lists.value : []).flatMap(({ id, maxEntries }) =>
    ids.includes(id) && maxEntries !== undefined
      ? [`Prefix list ${id} counts as ${maxEntries} rules, as many entries as it may have.`]
      : [],
  );
  const words = weights.length > 0 ? weights : ["A prefix list counts as many rules as it may have entries."];
  return {
    ok: false,
    failure: { ...outcome.failure, message: [...new Set(words), outcome.failure.message].join(" ") },
  };
}
