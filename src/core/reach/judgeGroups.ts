import { addressText } from "./address";
import type { Filtered } from "./filtered";
import { blocks, type Finding, passes, unknown } from "./finding";
import { rulesOf, type TcpRule } from "./groupRules";
import { authorize } from "./mend";
import { type Match, matchPeer, type Peer } from "./peer";
import { both, either, includesPorts, type PortSet, portWords } from "./portSet";
import type { Snapshot } from "./snapshot";

export interface GroupQuestion {
  readonly groupIds: readonly string[];
  readonly egress: boolean;
  readonly peer: Peer;
  readonly ports: PortSet;
  /** Those that everything before has let through. */
  readonly open: PortSet;
}

/** What an interface's groups do: one rule of any of them is enough. Groups are stateful, so replies pass. */
export function judgeGroups(snapshot: Snapshot, question: GroupQuestion): Filtered {
  const { groupIds, egress, peer, ports } = question;
  const { allowed, perhaps, by, why, lost, total } = tally(snapshot, question);
  const open = both(question.open, either(allowed, perhaps));
  const [first = ""] = groupIds;
  const traffic = `TCP ${portWords(ports)} ${egress ? "out to" : "in from"} ${addressText(peer.address)}`;
  if (by && includesPorts(allowed, ports)) {
    return { finding: passes(by.groupId, `${ruleWords(by)} lets ${traffic}.`), open };
  }
  if (open.length > 0) {
    const partial = `${groupIds.join(", ")} lets only ${portWords(allowed)} of ${traffic}.`;
    return { finding: why ?? unknown(first, partial), open };
  }
  const finding = blocks(first, refusal(question, traffic, total, lost), {
    code: lost?.code ?? (total === 0 ? "SG_HAS_NO_RULES" : "ENI_SG_RULES_MISMATCH"),
    mend: authorize(first, egress, peer.address, ports),
  });
  return { finding, open };
}

interface By {
  readonly groupId: string;
  readonly rule: TcpRule;
}

interface Tally {
  allowed: PortSet;
  /** Allowed where what is not known turns out that way. */
  perhaps: PortSet;
  total: number;
  by?: By;
  why?: Finding;
  lost?: NonNullable<(Match & { readonly is: "no" })["lost"]>;
}

function tally(snapshot: Snapshot, { groupIds, egress, peer, ports }: GroupQuestion): Tally {
  const sum: Tally = { allowed: [], perhaps: [], total: 0 };
  for (const groupId of groupIds) {
    const rules = rulesOf(snapshot, groupId, egress);
    if ("unread" in rules) {
      sum.perhaps = ports;
      sum.why ??= rules.unread;
      continue;
    }
    sum.total += rules.total;
    for (const rule of rules.tcp) {
      const covered = both(rule.ports, ports);
      const match: Match = covered.length === 0 ? { is: "no" } : matchPeer(snapshot, rule, peer, groupId);
      if (match.is === "yes") {
        sum.allowed = either(sum.allowed, covered);
        sum.by ??= { groupId, rule };
      } else if (match.is === "unknown") {
        sum.perhaps = either(sum.perhaps, covered);
        sum.why ??= match.why;
      } else if (match.lost) {
        sum.lost ??= match.lost;
      }
    }
  }
  return sum;
}

function ruleWords({ groupId, rule: { id, peer } }: By): string {
  const name = "block" in peer ? peer.block : "prefixListId" in peer ? peer.prefixListId : peer.groupId;
  return `The rule for ${name}${id === undefined ? "" : ` (${id})`} of ${groupId}`;
}

function refusal(
  { groupIds, egress }: GroupQuestion,
  traffic: string,
  total: number,
  lost: Tally["lost"],
): string {
  const rules = `${egress ? "egress" : "ingress"} rule`;
  const groups = groupIds.join(", ");
  if (lost) {
    return `The ${rules} of ${groups} for ${traffic} names a group, and ${lost.why}.`;
  }
  return total === 0
    ? `${groups} has no ${rules}s, so nothing lets ${traffic}.`
    : `No ${rules} of ${groups} lets ${traffic}.`;
}
