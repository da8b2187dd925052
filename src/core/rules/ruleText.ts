import type { Check } from "../check";
import type { ReadContent, ReadSource } from "./rule";
import { trafficWords } from "./traffic";

/** What is known of a source beyond its id. */
export interface SourceNames {
  readonly groupName?: string;
  readonly prefixListName?: string;
  /** The account that the rule's group belongs to: another owner is worth a word. */
  readonly ownAccount?: string;
}

/** A rule's source in one line: `web (sg-0a1b…)`, `sg-0a1b… of 222233334444`, `10.0.0.0/16`, `pl-0a1b…`. */
export function sourceText(source: ReadSource, names: SourceNames = {}): string {
  switch (source.kind) {
    case "securityGroup": {
      const { groupId, ownerId } = source;
      const name = names.groupName === undefined ? groupId : `${names.groupName} (${groupId})`;
      return isForeign(ownerId, names) ? `${name} of ${ownerId}` : name;
    }
    case "cidrIp":
    case "cidrIpv6":
      return source.cidr;
    case "prefixList":
      return names.prefixListName === undefined
        ? source.prefixListId
        : `${names.prefixListName} (${source.prefixListId})`;
    case "unknown":
      return "Source of a kind not known here";
  }
}

/**
 * The same as short as it can be told from others: a name where there is one, and the id only where there is none.
 * Another account's group without a name is `222233334444/sg-0a1b…`, as AWS's console has it: whose it is stands first.
 */
export function sourceLabel(source: ReadSource, names: SourceNames = {}): string {
  switch (source.kind) {
    case "securityGroup": {
      const { groupId, ownerId } = source;
      if (!isForeign(ownerId, names)) {
        return names.groupName ?? groupId;
      }
      return names.groupName === undefined ? `${ownerId}/${groupId}` : `${names.groupName} of ${ownerId}`;
    }
    case "prefixList":
      return names.prefixListName ?? source.prefixListId;
    case "cidrIp":
    case "cidrIpv6":
    case "unknown":
      return sourceText(source, names);
  }
}

/**
 * The same beside a fact that a narrow view is to show whole: as much of it as tells it from others, and the rest, for
 * the end of the row. Of another account's group whose it is, or its name; of an id its beginning: `sg-0a1b2c3d…`.
 */
export function briefSource(source: ReadSource, names: SourceNames): readonly [label: string, rest: string] {
  const label = sourceLabel(source, names);
  if (source.kind === "securityGroup" && isForeign(source.ownerId, names)) {
    const { ownerId = "", groupId } = source;
    return names.groupName === undefined ? [ownerId, groupId] : [names.groupName, `of ${ownerId}`];
  }
  if (source.kind === "unknown") {
    return ["Source not known", ""];
  }
  return /^(?:sg|pl)-\w{17}$/.test(label) ? [`${label.slice(0, 11)}…`, label] : [label, ""];
}

function isForeign(ownerId: string | undefined, { ownAccount }: SourceNames): boolean {
  return ownerId !== undefined && ownerId !== (ownAccount ?? ownerId);
}

export function sourceKindWords(source: ReadSource): string {
  switch (source.kind) {
    case "securityGroup":
      return "security group";
    case "cidrIp":
      return "IPv4 addresses";
    case "cidrIpv6":
      return "IPv6 addresses";
    case "prefixList":
      return "prefix list";
    case "unknown":
      return "not known here: EC2 has it, and this extension does not know the kind";
  }
}

/** `10.0.0.0/16 on tcp 6379` */
export function ruleText(rule: ReadContent, names?: SourceNames): string {
  return `${sourceText(rule.source, names)} on ${trafficWords(rule).filter(Boolean).join(" ")}`;
}

// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html
const describable = /^[A-Za-z0-9. _\-:/()#,@[\]+=&;{}!$*]*$/;

/** One sentence about what EC2 would not take in a rule's description, if there is anything. */
export function descriptionProblem(text: string): string | undefined {
  if (text.length > 255) {
    return `A description has at most 255 characters; this has ${text.length}`;
  }
  const foreign = [...text].find((character) => !describable.test(character));
  return foreign === undefined
    ? undefined
    : `A description has letters, digits, spaces and ._-:/()#,@[]+=&;{}!$* only; this has ${foreign}`;
}

/** Says so as it is typed. */
export function checkDescription(text: string): Check {
  const problem = descriptionProblem(text);
  return problem === undefined ? { verdict: "ok" } : { verdict: "error", message: problem };
}
