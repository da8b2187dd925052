import { parseAccountId } from "../accountId";
import { parseCidr } from "./cidr";
import type { RuleSource } from "./rule";
import { parseGroupReference } from "./vpcSecurityGroup";

/** A rule's source in the fields of a caller: one of them, and the owner beside a group. */
export interface SourceFields {
  readonly sourceSecurityGroupId?: string;
  readonly sourceOwnerId?: string;
  readonly cidrIp?: string;
  readonly cidrIpv6?: string;
  readonly prefixListId?: string;
}

export type GivenSource =
  | { readonly ok: true; readonly source: RuleSource | undefined }
  | { readonly ok: false; readonly field: string; readonly message: string };

/** Reads a source, and says what is wrong with it before AWS could. `region`: where the rule is to be. */
export function givenSource(fields: SourceFields, region: string | undefined): GivenSource {
  const { sourceSecurityGroupId, sourceOwnerId, cidrIp, cidrIpv6, prefixListId } = fields;
  const given = Object.entries({ sourceSecurityGroupId, cidrIp, cidrIpv6, prefixListId }).filter(
    ([, value]) => value !== undefined,
  );
  const [, second] = given;
  if (second !== undefined) {
    const names = given.map(([name]) => name).join(" and ");
    return refuse(second[0], `One source is to be given; there are ${names}`);
  }
  if (sourceOwnerId !== undefined && sourceSecurityGroupId === undefined) {
    return refuse("sourceOwnerId", "sourceOwnerId belongs to sourceSecurityGroupId, which is missing");
  }
  if (sourceSecurityGroupId !== undefined) {
    return groupSource(sourceSecurityGroupId, sourceOwnerId, region);
  }
  if (cidrIp !== undefined) {
    return cidrSource("cidrIp", cidrIp, 4);
  }
  if (cidrIpv6 !== undefined) {
    return cidrSource("cidrIpv6", cidrIpv6, 6);
  }
  if (prefixListId !== undefined) {
    return isPrefixListId(prefixListId)
      ? { ok: true, source: { kind: "prefixList", prefixListId } }
      : refuse("prefixListId", "A prefix list's ID is pl- and 8 to 17 digits and letters a to f");
  }
  return { ok: true, source: undefined };
}

export function isPrefixListId(text: string): boolean {
  return /^pl-[0-9a-f]{8,17}$/.test(text);
}

/** What is wrong with naming a group of another region: no rule can. */
export function otherRegion(groupId: string, its: string, region: string): string {
  return `${groupId} is in ${its}: a rule in ${region} cannot name it. A CIDR block can stand for it`;
}

function groupSource(text: string, owner: string | undefined, region: string | undefined): GivenSource {
  const group = parseGroupReference(text);
  if (typeof group === "string") {
    return refuse("sourceSecurityGroupId", group);
  }
  if (group.region !== undefined && region !== undefined && group.region !== region) {
    return refuse("sourceSecurityGroupId", otherRegion(group.groupId, group.region, region));
  }
  const parsed = owner === undefined ? undefined : parseAccountId(owner);
  if (parsed?.ok === false) {
    return refuse("sourceOwnerId", parsed.message);
  }
  const ownerId = parsed?.value ?? group.ownerId;
  if (group.ownerId !== undefined && ownerId !== group.ownerId) {
    return refuse("sourceOwnerId", `${text} names another owner than ${ownerId}`);
  }
  return {
    ok: true,
    source: {
      kind: "securityGroup",
      groupId: group.groupId,
      ...(ownerId === undefined ? {} : { ownerId }),
    },
  };
}

function cidrSource(field: "cidrIp" | "cidrIpv6", text: string, family: 4 | 6): GivenSource {
  const parsed = parseCidr(text);
  if (!parsed.ok) {
    return refuse(field, parsed.message);
  }
  return parsed.value.family === family
    ? { ok: true, source: { kind: field, cidr: parsed.value.text } }
    : refuse(
        field,
        `${text} is an IPv${parsed.value.family} block: it belongs into ${family === 4 ? "cidrIpv6" : "cidrIp"}`,
      );
}

function refuse(field: string, message: string): GivenSource {
  return { ok: false, field, message };
}
