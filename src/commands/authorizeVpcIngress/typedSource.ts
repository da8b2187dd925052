import { parseCidr } from "../../core/rules/cidr";
import { isPrefixListId, otherRegion } from "../../core/rules/givenSource";
import { areOpen, widthWords } from "../../core/rules/openness";
import { noPrefixLists } from "../../core/rules/prefixLists";
import type { RuleSource } from "../../core/rules/rule";
import { parseGroupReference } from "../../core/rules/vpcSecurityGroup";
import { entryKey } from "../../ui/entryKey";
import type { Typed } from "../../ui/ui";
import type { SourceChoice } from "./sourceEntries";

/** What is typed into the list of sources, where it is a source by itself: a block, an id, an ARN. */
export function typedSource(text: string, region: string): Typed<SourceChoice> | undefined {
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
    ? { label: otherRegion(groupId, group.region, region), icon: "error", note: true }
    : use(written, { kind: "securityGroup", groupId, ...(ownerId ? { ownerId } : {}) });
}

function typedCidr(written: string): Typed<SourceChoice> | undefined {
  const parsed = parseCidr(written);
  if (parsed.ok) {
    return use(parsed.value.text, cidrSource(parsed.value.text, parsed.value.family));
  }
  // Half of an address is not told off: more of it may be on its way.
  return written.includes("/") && parsed.suggestion !== undefined
    ? { label: parsed.message, icon: "error", note: true }
    : undefined;
}

export function cidrSource(cidr: string, family: 4 | 6): RuleSource {
  return family === 4 ? { kind: "cidrIp", cidr } : { kind: "cidrIpv6", cidr };
}

function use(text: string, source: RuleSource): Typed<SourceChoice> {
  const wide = breadthNote(source);
  return {
    key: entryKey("typed", text),
    label: `Use ${text}`,
    icon: wide === undefined ? "pencil" : "warning",
    ...(wide === undefined ? {} : { detail: wide }),
    value: { source },
  };
}

/** A word on a source that is everybody, or very many; what a prefix list holds is read for the review. */
export function breadthNote(source: RuleSource): string | undefined {
  return areOpen([source], noPrefixLists) === "yes"
    ? "open to whatever can route to the VPC"
    : widthWords(source, noPrefixLists);
}
