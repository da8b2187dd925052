import { ApiError, invalidValue } from "../apiError";
import type { Operation } from "../service";
import { canonicalCidrIpv4, canonicalCidrIpv6 } from "./cidr";
import { fixedId } from "./ids";
import type { PrefixList } from "./network";
import { prefixListXml } from "./prefixLists";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateManagedPrefixList.html */
export const createManagedPrefixList: Operation = (call) => {
  const { params, state, account, requestId } = call;
  const name = params.optional("PrefixListName");
  const maxEntries = Number(params.optional("MaxEntries") ?? Number.NaN);
  const addressFamily = params.optional("AddressFamily");
  for (const [parameter, value] of Object.entries({ PrefixListName: name, AddressFamily: addressFamily })) {
    if (value === undefined) {
      throw new ApiError("MissingParameter", `The request must contain the parameter ${parameter}`);
    }
  }
  if (addressFamily !== "IPv4" && addressFamily !== "IPv6") {
    throw invalidValue(`Value (${addressFamily}) for parameter AddressFamily is invalid.`);
  }
  if (name === undefined || /^com\.amazonaws/i.test(name) || name.length > 255) {
    throw invalidValue(`Value (${name}) for parameter PrefixListName is invalid.`);
  }
  if (!Number.isInteger(maxEntries) || maxEntries < 1 || maxEntries > 1_000) {
    throw invalidValue("Value for parameter MaxEntries is invalid. It must be from 1 to 1000.");
  }
  const canonical = addressFamily === "IPv4" ? canonicalCidrIpv4 : canonicalCidrIpv6;
  const entries = params.structures("Entry").map((entry): PrefixList["entries"][number] => {
    const [given = "", description] = [entry.get("Cidr"), entry.optional("Description")];
    const cidr = canonical(given);
    if (cidr === undefined) {
      throw invalidValue(`The CIDR (${given}) is not valid for the address family ${addressFamily}`);
    }
    return { cidr, ...(description === undefined ? {} : { description }) };
  });
  if (entries.length > maxEntries) {
    throw new ApiError("PrefixListMaxEntriesExceeded");
  }
  // A list that is made again under an old name is another list.
  const id = fixedId("pl", requestId);
  const list: PrefixList = { id, name, ownerId: account.accountId, addressFamily, maxEntries, entries };
  state.ec2.prefixLists.set(id, list);
  return { prefixList: prefixListXml(call, list) };
};
