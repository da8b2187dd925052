import {
  classicSources,
  distinctSources,
  grantedSources,
  recentSources,
  type Source,
} from "../../core/cacheSecurityGroups/ec2Sources";
import { joined } from "../../core/joined";
import type { Target } from "../../core/target";
import { section } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import type { PickItem, PickSeparator } from "../../ui/ui";
import type { Services } from "../command";

/** The EC2 security groups that are known without asking anybody: let in already, as last read, or used lately. */
export function knownSources(
  targets: readonly Target[],
  { state: { groups }, recent }: Services,
): readonly Source[] {
  const granted = targets.flatMap((target) => grantedSources(groups.get(target).value ?? []));
  return [...granted, ...recentSources(recent.all())];
}

/** Those of some targets, as EC2 lists them. Without the permission to list them the list is only shorter. */
export async function listedSources(
  targets: readonly Target[],
  { aws }: Services,
): Promise<readonly Source[]> {
  const api = await aws();
  const answers = await Promise.all(targets.map((target) => api.listVpcGroups(target)));
  return answers.flatMap((answer) => (answer.ok ? classicSources(answer.value) : []));
}

const headings = { live: "in this account", granted: "already granted here", recent: "recent" } as const;

/** Sources in sections by where they are from, each once. */
export function sourceSections<E>(
  sources: readonly Source[],
  entryOf: (source: Source) => E,
): readonly (E | PickSeparator)[] {
  const distinct = distinctSources(sources);
  return (["live", "granted", "recent"] as const).flatMap((from) =>
    section(headings[from], distinct.filter((source) => source.from === from).map(entryOf)),
  );
}

/** A source in a list to choose from. */
export function sourceEntry<T>({ name, ownerId, about }: Source, value: T): PickItem<T> {
  return {
    key: entryKey("source", name, ownerId ?? ""),
    label: name,
    description: joined(ownerId, about),
    icon: "server",
    value,
  };
}
