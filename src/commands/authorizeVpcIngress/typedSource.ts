import { parseCidr } from "../../core/rules/cidr";
import { isPrefixListId, otherRegion } from "../../core/rules/givenSource";
import { areOpen, widthWords } from "../../core/rules/openness";
import { noPrefixLists } from "../../core/rules/prefixLists";
import type { RuleSource } from "../../core/rules/rule";
import { parseGroupReference } from "../../core/rules/vpcSecurityGroup";
import { note, typedEntry } from "../../ui/entries";
import type { Typed } from "../../ui/ui";
import type { NamedSource } from "./sourceEntries";

/** What is typed into the list of sources, where it is a source by itself: a block, an id, an ARN. */
export function typedSource(text: string, region: string): Typed<NamedSource> | undefined {
  const written = text.trim();
  if (/^[0-9a-fA-F:.]+(?:\/\d*)?$/.test(written) && /[.:]/.test(written)) {
    return typedCidr(written);
  }
  if (isPrefixListId(written)) {
    return use(written, { kind: "prefixList", prefixListId: written });
  }
  const group = /^(?:sg-|arn:|\d{12}\/sg-)/.test(written) ? parseGroupReference(written) : "";
  if (typeof group === "string") {
    return undefined;
  }
  const { groupId, ownerId } = group;
  return group.region !== undefined && group.region !== region
    ? note("error", otherRegion(groupId, group.region, region))
    : use(written, { kind: "securityGroup", groupId, ...(ownerId ? { ownerId } : {}) });
}

function typedCidr(written: string): Typed<NamedSource> | undefined {
  const parsed = parseCidr(written);
  if (parsed.ok) {
    return use(parsed.value.text, cidrSource(parsed.value.text, parsed.value.family));
  }
  // Half of an address is not told off: more of it may be on its way.
  return written.includes("/") && parsed.suggestion !== undefined ? note("error", parsed.message) : undefined;
}

export function cidrSource(cidr: string, family: 4 | 6): RuleSource {
  return family === 4 ? { kind: "cidrIp", cidr } : { kind: "cidrIpv6", cidr };
}

function use(text: string, source: RuleSource): Typed<NamedSource> {
  const wide = breadthNote(source);
  const entry = typedEntry(text, { source });
  return wide === undefined ? entry : { ...entry, icon: "warning", detail: wide };
}

/** A word on a source that is everybody, or very many; what a prefix list holds is read for the review. */
export function breadthNote(source: RuleSource): string | undefined {
  return areOpen([source], noPrefixLists) === "yes"
    ? "open to whatever can route to the VPC"
    : widthWords(source, noPrefixLists);
}
