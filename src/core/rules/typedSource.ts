import type { Check } from "../check";
import { parseCidr } from "./cidr";
import { isPrefixListId, otherRegion } from "./givenSource";
import { areOpen, widthWords } from "./openness";
import { noPrefixLists } from "./prefixLists";
import type { RuleSource } from "./rule";
import { parseGroupReference } from "./vpcSecurityGroup";

/** A source as it was typed, in its canonical form, or why it cannot be one. */
export type TypedSource =
  | { readonly text: string; readonly source: RuleSource }
  | { readonly problem: string };

/** What is typed, where it is a source by itself: a block, an id, an ARN. */
export function typedSource(text: string, region: string): TypedSource | undefined {
  const written = text.trim();
  if (/^[0-9a-fA-F:.]+(?:\/\d*)?$/.test(written) && /[.:]/.test(written)) {
    return typedCidr(written);
  }
  if (isPrefixListId(written)) {
    return { text: written, source: { kind: "prefixList", prefixListId: written } };
  }
  const group = /^(?:sg-|arn:|\d{12}\/sg-)/.test(written) ? parseGroupReference(written) : "";
  if (typeof group === "string") {
    return undefined;
  }
  const { groupId, ownerId } = group;
  return group.region !== undefined && group.region !== region
    ? { problem: otherRegion(groupId, group.region, region) }
    : { text: written, source: { kind: "securityGroup", groupId, ...(ownerId ? { ownerId } : {}) } };
}

function typedCidr(written: string): TypedSource | undefined {
  const parsed = parseCidr(written);
  if (parsed.ok) {
    return { text: parsed.value.text, source: cidrSource(parsed.value.text, parsed.value.family) };
  }
  // Half of an address is not told off: more of it may be on its way.
  return written.includes("/") && parsed.suggestion !== undefined ? { problem: parsed.message } : undefined;
}

export function cidrSource(cidr: string, family: 4 | 6): RuleSource {
  return family === 4 ? { kind: "cidrIp", cidr } : { kind: "cidrIpv6", cidr };
}

/** A word on a source that is everybody, or very many; what a prefix list holds is read for the review. */
export function breadthNote(source: RuleSource): string | undefined {
  return areOpen([source], noPrefixLists) === "yes"
    ? "open to whatever can route to the VPC"
    : widthWords(source, noPrefixLists);
}

/** Says on every key what is wrong with a block, and warns of an open one. */
export function checkCidr(text: string): Check {
  const parsed = parseCidr(text);
  if (!parsed.ok) {
    return { verdict: "error", message: parsed.message };
  }
  const wide = breadthNote(cidrSource(parsed.value.text, parsed.value.family));
  return wide === undefined
    ? { verdict: "ok" }
    : { verdict: "warning", message: `${parsed.value.text}: ${wide}` };
}

/** Says on every key what is wrong with a group that a rule in a region is to name. */
export function checkGroupReference(text: string, region: string): Check {
  const group = parseGroupReference(text);
  if (typeof group === "string") {
    return { verdict: "error", message: group };
  }
  return group.region === undefined || group.region === region
    ? { verdict: "ok" }
    : { verdict: "error", message: otherRegion(group.groupId, group.region, region) };
}
