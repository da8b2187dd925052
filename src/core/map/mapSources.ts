import { joined } from "../joined";
import type { ReadSource } from "../rules/rule";
import { sourceLabel } from "../rules/ruleText";
import { shownText } from "../shownText";
import { openKey, publicKey } from "./cacheEntries";
import type { MapEntry } from "./entry";
import type { MapRow, SourceKind } from "./mapData";
import type { TargetFacts } from "./targetFacts";

/** The row of a source, as one target knows it. */
export function sourceRow(key: string, entry: MapEntry, facts: TargetFacts): MapRow {
  if (key === publicKey) {
    const detail = "with the IAM permission elasticache:Connect";
    return { key, kind: "public", label: "Anyone on the internet", detail, tags: [] };
  }
  if (key === openKey) {
    const detail = "0.0.0.0/0, ::/0, or rules that together are everybody";
    return { key, kind: "open", label: "Whatever can route to the VPC", detail, tags: [] };
  }
  if (entry.by === "grant") {
    const { ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: owner } = entry.grant;
    const detail = `of ${owner}`;
    return {
      key,
      kind: "grant",
      label: shownText(name),
      detail: shownText(detail),
      account: owner,
      tags: [],
    };
  }
  return entry.by === "rule" ? ruleRow(key, entry.rule.source, entry, facts) : unknownRow(key);
}

function ruleRow(
  key: string,
  source: ReadSource,
  { rule }: Extract<MapEntry, { readonly by: "rule" }>,
  facts: TargetFacts,
): MapRow {
  const label = shownText(sourceLabel(source, facts.namesOf(rule)));
  if (source.kind !== "securityGroup") {
    const id = source.kind === "prefixList" ? source.prefixListId : "";
    const detail = joined(kindWords[source.kind], id === label ? "" : id);
    return { key, kind: kinds[source.kind], label, detail: shownText(detail), tags: [] };
  }
  const group = facts.vpcGroup(source.groupId);
  const account = source.ownerId ?? group?.ownerId ?? facts.shown.account;
  const vpc = source.vpcId ?? group?.vpcId;
  return {
    key,
    kind: "securityGroup",
    label,
    detail: shownText(joined(label.includes(source.groupId) ? "" : source.groupId, account)),
    ...(account === undefined ? {} : { account }),
    ...(vpc === undefined ? {} : { vpc }),
    tags: Object.entries(group?.tags ?? {}).map(([name, value]) => shownText(`${name}=${value}`)),
  };
}

function unknownRow(key: string): MapRow {
  return { key, kind: "unknown", label: "Source of a kind not known here", detail: "", tags: [] };
}

const kinds = {
  cidrIp: "addresses",
  cidrIpv6: "addresses",
  prefixList: "prefixList",
  unknown: "unknown",
} as const satisfies Record<string, SourceKind>;

const kindWords = {
  cidrIp: "IPv4 addresses",
  cidrIpv6: "IPv6 addresses",
  prefixList: "prefix list",
  unknown: "",
} as const;
