import { type Grant, grantKey } from "../cacheSecurityGroups/cacheSecurityGroup";
import type { MapEntry } from "./entry";

/** The grants of a cache security group, by the keys of their sources. */
export function grantEntries(
  grants: readonly Grant[],
  name: string,
): ReadonlyMap<string, readonly MapEntry[]> {
  return new Map(grants.map((grant) => [`grant ${grantKey(grant)}`, [grantEntry(grant, name)]]));
}

function grantEntry(grant: Grant, name: string): MapEntry {
  const { ec2SecurityGroupName, status } = grant;
  const state =
    status === "authorized"
      ? "reaches"
      : status === "authorizing" || status === "revoking"
        ? "changing"
        : "notKnown";
  return {
    by: "grant",
    grant,
    cacheSecurityGroupName: name,
    state,
    word: status === "" ? "no status told" : status,
    why: `cache security group ${name} lets in ${ec2SecurityGroupName} by name`,
    ports: [],
  };
}
