import { failed, type Outcome, succeeded } from "../core/outcome";
import type { Rule } from "../core/rules/rule";
import { namesByTarget, type Target, targetKey } from "../core/target";
import type { State } from "./state";

type InGroup = Target & { readonly groupId: string };

/** The rules of an item's group as they are, or why they could not be read. */
export type RulesOfGroups = (item: InGroup) => Outcome<readonly Rule[]>;

/** Reads the rules of the groups that items are about, as they are now, once for each target, and shows them. */
export async function readRules(
  items: readonly InGroup[],
  { vpc }: Pick<State, "vpc">,
): Promise<RulesOfGroups> {
  const wanted = namesByTarget(items, ({ groupId }) => groupId);
  const read = new Map(
    await Promise.all(
      wanted.map(async ({ target, names }) => [targetKey(target), await vpc.look(target, names)] as const),
    ),
  );
  return (item) => {
    const answer = read.get(targetKey(item));
    if (!answer?.ok) {
      return answer ?? failed({ kind: "unexpected", message: "The rules were not read" });
    }
    return succeeded(answer.value.filter(({ groupId }) => groupId === item.groupId));
  };
}
