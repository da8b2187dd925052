import { rulesOf, type TcpRule } from "./groupRules";
import { includesPorts, type PortSet } from "./portSet";
import type { Snapshot } from "./snapshot";

export interface NamedSource {
  readonly peer: TcpRule["peer"];
  readonly ruleIds: readonly string[];
}

/** The sources that the ingress rules of groups name on one of the ports, each once; those of groups that were not read are missing. */
export function namedSources(
  snapshot: Snapshot,
  groupIds: readonly string[],
  ports: readonly number[],
): { readonly sources: readonly NamedSource[]; readonly unread: readonly string[] } {
  const sources = new Map<string, { peer: TcpRule["peer"]; ruleIds: string[] }>();
  const unread: string[] = [];
  for (const groupId of groupIds) {
    const rules = rulesOf(snapshot, groupId, false);
    if ("unread" in rules) {
      unread.push(groupId);
      continue;
    }
    for (const { id, ports: open, peer } of rules.tcp) {
      if (!ports.some((port) => includesPorts(open, onePortSet(port)))) {
        continue;
      }
      const known = sources.get(peerText(peer)) ?? { peer, ruleIds: [] };
      known.ruleIds.push(...(id === undefined ? [] : [id]));
      sources.set(peerText(peer), known);
    }
  }
  return { sources: [...sources.values()], unread };
}

export function peerText(peer: TcpRule["peer"]): string {
  return "block" in peer ? peer.block : "prefixListId" in peer ? peer.prefixListId : peer.groupId;
}

function onePortSet(port: number): PortSet {
  return [{ from: port, to: port }];
}
