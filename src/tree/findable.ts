import { endTerms } from "../core/expiry/endWords";
import type { Searched } from "../core/find/query";
import { cidrOf } from "../core/rules/cidr";
import type { State } from "../store/state";
import { distinctRows } from "./distinctRows";
import type { Row } from "./row";
import { shownItem } from "./shownItem";

/** A row that can be found, with all that it is known by. */
export interface Findable extends Searched {
  readonly id: string;
  readonly kind: Row["kind"];
  readonly contextValue: string;
  readonly label: string;
  readonly description: string;
  /** The labels of the rows above it. */
  readonly path: readonly string[];
  readonly icon: string;
  readonly params: Row["params"];
}

/** The rows that stand for something of their own: headings and failures do not. */
const found: readonly Row["kind"][] = [
  "profile",
  "region",
  "cacheSecurityGroup",
  "grant",
  "cache",
  "vpcSecurityGroup",
  "rule",
];

/** What can be found among these rows and what is loaded below them. A group of several caches is there once. */
export function findableRows(state: State, rows: readonly Row[]): readonly Findable[] {
  const seen = new Set<string>();
  const walk = (row: Row, path: readonly string[]): readonly Findable[] => {
    const item = shownItem(row.item());
    const below = distinctRows(row.children?.() ?? []).flatMap((child) => walk(child, [...path, item.label]));
    const { profile, region, securityGroupId, securityGroupRuleId } = row.params;
    const sameAs =
      securityGroupId &&
      `${row.kind} ${profile} ${region} ${securityGroupId} ${securityGroupRuleId ?? item.label}`;
    if (!found.includes(row.kind) || (sameAs && seen.has(sameAs))) {
      return below;
    }
    seen.add(sameAs ?? "");
    const { label, description, contextValue, icon } = item;
    const shown = {
      id: row.id,
      kind: row.kind,
      contextValue,
      label,
      description,
      path,
      icon: icon.id,
      params: row.params,
    };
    return [
      { ...shown, shown: `${label} ${description}`, above: path.join(" "), ...knownBy(state, row) },
      ...below,
    ];
  };
  return rows.flatMap((row) => walk(row, []));
}

/** What a thing is known by besides what its row shows. */
function knownBy(state: State, row: Row): Pick<Searched, "terms" | "hosts" | "blocks"> {
  const { params } = row;
  const { profile = "", region = "", cacheKind, cacheId } = params;
  const target = { profile, region };
  const none = { terms: [], hosts: [], blocks: [] };
  switch (row.kind) {
    case "cache": {
      const cache =
        cacheKind && cacheId !== undefined && state.caches.find(target, { kind: cacheKind, id: cacheId });
      return cache
        ? {
            terms: [
              cache.arn ?? "",
              ...cache.endpoints.map(({ address }) => address),
              ...(cache.securityGroups ?? []).map(({ id }) => id),
              ...cache.members,
            ],
            hosts: [cache.id, ...cache.members].map((name) => name.toLowerCase()),
            blocks: [],
          }
        : none;
    }
    case "cacheSecurityGroup": {
      const group = state.groups.find(target, params.cacheSecurityGroupName ?? "");
      return { ...none, terms: group ? [group.arn ?? "", group.ownerId, group.description] : [] };
    }
    case "vpcSecurityGroup": {
      const group = state.vpc.group(target, params.securityGroupId ?? "");
      return {
        ...none,
        terms: [
          params.securityGroupId ?? "",
          ...(group ? [group.description, group.ownerId, group.vpcId ?? "", ...tagTexts(group.tags)] : []),
        ],
      };
    }
    case "rule": {
      const rule = state.vpc.findRule(target, params.securityGroupId ?? "", params.securityGroupRuleId ?? "");
      const blocks = [params.cidrIp, params.cidrIpv6].flatMap((text) => cidrOf(text ?? "") ?? []);
      const ids = [
        params.securityGroupRuleId,
        params.sourceSecurityGroupId,
        params.sourceOwnerId,
        params.prefixListId,
      ];
      return {
        ...none,
        blocks,
        terms: [
          ...ids.flatMap((id) => id ?? []),
          ...tagTexts(rule?.tags ?? {}),
          ...endTerms(rule && state.ends.shownOfRule(target, rule)),
        ],
      };
    }
    case "grant": {
      const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId } = params;
      const names = {
        cacheSecurityGroupName: cacheSecurityGroupName ?? "",
        ec2SecurityGroupName: ec2SecurityGroupName ?? "",
        ec2SecurityGroupOwnerId: ec2SecurityGroupOwnerId ?? "",
      };
      const end = state.ends.ofGrant({ ...target, ...names });
      return { ...none, terms: [names.ec2SecurityGroupOwnerId, ...endTerms(end)] };
    }
    default:
      return none;
  }
}

/** As people write them: `team=web`. */
function tagTexts(tags: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(tags).map(([key, value]) => `${key}=${value}`);
}
