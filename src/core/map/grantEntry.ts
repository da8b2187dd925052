import { type CacheSecurityGroup, type Grant, grantKey } from "../cacheSecurityGroups/cacheSecurityGroup";
import type { MapEntry } from "./entry";
import { expiryOf, expiryWord, untilWords } from "./expiry";
import type { TargetFacts } from "./targetFacts";

/** The grants of a cache security group, by the keys of their sources. */
export function grantEntries(
  facts: Pick<TargetFacts, "endOfGrant">,
  { name, grants }: Pick<CacheSecurityGroup, "name" | "grants">,
  now: string,
): ReadonlyMap<string, readonly MapEntry[]> {
  return new Map(
    grants.map((grant) => {
      const expiry = expiryOf(facts.endOfGrant(name, grant));
      return [`grant ${grantKey(grant)}`, [grantEntry(grant, name, expiry, now)]];
    }),
  );
}

/** What is under way says so, whenever it is to end. */
function grantEntry(grant: Grant, name: string, expiry: string | undefined, now: string): MapEntry {
  const { ec2SecurityGroupName, status } = grant;
  const state =
    status === "authorized"
      ? expiry === undefined
        ? "reaches"
        : "expiring"
      : status === "authorizing" || status === "revoking"
        ? "changing"
        : "notKnown";
  return {
    by: "grant",
    grant,
    cacheSecurityGroupName: name,
    state,
    word:
      state === "expiring" && expiry !== undefined
        ? expiryWord(expiry, now)
        : status === ""
          ? "no status told"
          : status,
    why: `cache security group ${name} lets in ${ec2SecurityGroupName} by name${expiry === undefined ? "" : `, ${untilWords(expiry)}`}`,
    ports: [],
  };
}
