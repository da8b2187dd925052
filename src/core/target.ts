import type { Params } from "./params";

/** One profile in one region: where a request goes, and with whose keys. */
export interface Target {
  readonly profile: string;
  readonly region: string;
}

/** Whether a target is one of those that a profile, a region, both or neither name. */
export function isAmong({ profile, region }: Target, named: Partial<Target>): boolean {
  return (named.profile ?? profile) === profile && (named.region ?? region) === region;
}

/** A key that is equal for equal targets. No profile's name holds a line break; a region from a file may. */
export function targetKey(target: Target): string {
  return `${target.profile}\n${target.region}`;
}

/** The target of something that has one, without the rest of it. */
export function targetAlone({ profile, region }: Target): Target {
  return { profile, region };
}

/** The target that params name whole, if they do. */
export function targetNamed({ profile, region }: Params): Target | undefined {
  return typeof profile === "string" && typeof region === "string" ? { profile, region } : undefined;
}

/** The targets of some items, each with the distinct names that its items have. */
export function namesByTarget<Item extends Target>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly { readonly target: Target; readonly names: readonly string[] }[] {
  const byTarget = new Map<string, { readonly target: Target; readonly names: Set<string> }>();
  for (const item of items) {
    const entry = byTarget.get(targetKey(item)) ?? { target: targetAlone(item), names: new Set() };
    entry.names.add(nameOf(item));
    byTarget.set(targetKey(item), entry);
  }
  return [...byTarget.values()].map(({ target, names }) => ({ target, names: [...names] }));
}
