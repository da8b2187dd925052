import { type Address, holds } from "./address";
import { type Finding, unknown } from "./finding";
import { unread } from "./read";
import type { Snapshot } from "./snapshot";

/** The longest of a prefix list's blocks that holds an address; `undefined` where none does. */
export type PrefixListAnswer = { readonly block: string | undefined } | { readonly unread: Finding };

/** A list has one family, so one of the other family holds nothing, whatever its entries. */
export function lookUpPrefixList(snapshot: Snapshot, id: string, address: Address): PrefixListAnswer {
  const list = listWith(snapshot, id);
  if (list?.AddressFamily !== undefined && list.AddressFamily.toLowerCase() !== `ipv${address.family}`) {
    return { block: undefined };
  }
  const blocks = blocksOf(snapshot, id);
  if (blocks === undefined) {
    return { unread: notListed(snapshot, id) };
  }
  const holding = blocks.filter((block) => holds(block, address));
  return { block: holding.sort((a, b) => prefixOf(b) - prefixOf(a))[0] };
}

function listWith({ ManagedPrefixLists, PrefixLists }: Snapshot, id: string) {
  return [...(ManagedPrefixLists ?? []), ...(PrefixLists ?? [])].find(
    ({ PrefixListId }) => PrefixListId === id,
  );
}

/** From GetManagedPrefixListEntries, wherever its answer was put, or from DescribePrefixLists. */
function blocksOf(snapshot: Snapshot, id: string): readonly string[] | undefined {
  const answers = (snapshot.ManagedPrefixListEntries ?? []).filter(({ PrefixListId }) => PrefixListId === id);
  const list = listWith(snapshot, id);
  const entries =
    answers.length > 0 ? answers.flatMap(({ Entries, Cidr }) => Entries ?? [{ Cidr }]) : list?.Entries;
  return entries?.flatMap(({ Cidr }) => Cidr ?? []) ?? list?.Cidrs;
}

function notListed(snapshot: Snapshot, id: string): Finding {
  snapshot.Wanted?.({ list: "ManagedPrefixListEntries", id });
  const finding = unread(snapshot, "ManagedPrefixListEntries", id);
  return unknown(id, `The entries of the prefix list ${id} are not known.`, {
    code: "UNKNOWN_RESOURCE",
    action: finding.action ?? "ec2:GetManagedPrefixListEntries",
  });
}

function prefixOf(block: string): number {
  return Number(block.slice(block.indexOf("/") + 1));
}
