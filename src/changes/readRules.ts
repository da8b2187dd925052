import { failed, type Outcome, succeeded } from "../core/outcome";
import type { Rule } from "../core/rules/rule";
import { type Target, targetAlone, targetKey } from "../core/target";
import type { ChangeServices } from "./services";

type InGroup = Target & { readonly groupId: string };

/** The rules of an item's group as they are, or why they could not be read. */
export type RulesOfGroups = (item: InGroup) => Outcome<readonly Rule[]>;

/** Reads the rules of the groups that items are about, as they are now, once for each target, and shows them. */
export async function readRules(
  items: readonly InGroup[],
  { state: { vpc } }: ChangeServices,
): Promise<RulesOfGroups> {
  const wanted = new Map<string, { readonly target: Target; readonly ids: Set<string> }>();
  for (const item of items) {
    const entry = wanted.get(targetKey(item)) ?? { target: targetAlone(item), ids: new Set() };
    entry.ids.add(item.groupId);
    wanted.set(targetKey(item), entry);
  }
  const read = new Map<string, Outcome<readonly Rule[]>>();
  await Promise.all(
    [...wanted].map(async ([key, { target, ids }]) => read.set(key, await vpc.look(target, [...ids]))),
  );
  return (item) => {
    const answer = read.get(targetKey(item));
    if (!answer?.ok) {
      return answer ?? failed({ kind: "unexpected", message: "The rules were not read" });
    }
    return succeeded(answer.value.filter(({ groupId }) => groupId === item.groupId));
  };
}
