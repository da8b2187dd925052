import { partition } from "../accounts";
import { ApiError } from "../apiError";
import type { Call, Operation } from "../service";
import { XmlList, type XmlObject } from "../xml";
import { type FilterFields, readFilters } from "./filters";
import type { PrefixList } from "./network";
import { page } from "./paging";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeManagedPrefixLists.html */
export const describeManagedPrefixLists: Operation = (call) => {
  const { items, nextToken } = listed(call, [1, 100]);
  return {
    prefixListSet: new XmlList(
      "item",
      items.map((list) => prefixListXml(call, list)),
    ),
    nextToken,
  };
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ManagedPrefixList.html */
export function prefixListXml({ region }: Pick<Call, "region">, list: PrefixList): XmlObject {
  return {
    prefixListId: list.id,
    addressFamily: list.addressFamily,
    state: "create-complete",
    prefixListArn: `arn:${partition(region)}:ec2:${region}:${list.ownerId === "AWS" ? "aws" : list.ownerId}:prefix-list/${list.id}`,
    prefixListName: list.name,
    maxEntries: list.maxEntries,
    version: 1,
    ownerId: list.ownerId,
  };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribePrefixLists.html */
export const describePrefixLists: Operation = (call) => {
  const { items, nextToken } = listed(call, [5, 1000], (list) => list.ownerId === "AWS");
  return {
    prefixListSet: new XmlList(
      "item",
      items.map((list) => ({
        prefixListId: list.id,
        prefixListName: list.name,
        cidrSet: new XmlList(
          "item",
          list.entries.map(({ cidr }) => cidr),
        ),
      })),
    ),
    nextToken,
  };
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetManagedPrefixListEntries.html */
export const getManagedPrefixListEntries: Operation = (call) => {
  const list = find(call, call.params.optional("PrefixListId") ?? "");
  const { items, nextToken } = page(list.entries, (entry) => entry.cidr, call.params, [1, 100]);
  return {
    entrySet: new XmlList(
      "item",
      items.map(({ cidr, description }) => ({ cidr, description })),
    ),
    nextToken,
  };
};

function listed(call: Call, limits: readonly [number, number], kept = (_: PrefixList) => true) {
  const ids = call.params.list("PrefixListId");
  const all = [...call.state.ec2.prefixLists.values()].filter(kept);
  const chosen = ids.length === 0 ? all : ids.map((id) => find(call, id));
  return page(chosen.filter(readFilters(call.params, fields)), (list) => list.id, call.params, limits);
}

const fields: FilterFields<PrefixList> = {
  fields: {
    "owner-id": (list) => [list.ownerId],
    "prefix-list-id": (list) => [list.id],
    "prefix-list-name": (list) => [list.name],
  },
};

function find({ state }: Call, id: string): PrefixList {
  const list = state.ec2.prefixLists.get(id);
  if (list !== undefined) {
    return list;
  }
  throw new ApiError("InvalidPrefixListID.NotFound", `The prefix list ID '${id}' does not exist`);
}
