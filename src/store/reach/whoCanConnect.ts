import type { Cache } from "../../core/caches/cache";
import { addressOf, addressText } from "../../core/reach/address";
import { cacheLists } from "../../core/reach/cacheLists";
import { explainNodes } from "../../core/reach/explainNodes";
import type { Explanation } from "../../core/reach/explanation";
import { type NamedSource, namedSources, peerText } from "../../core/reach/namedSources";
import { groupIdsOf, interfacesWith } from "../../core/reach/networkInterface";
import type { Question } from "../../core/reach/question";
import type { Snapshot } from "../../core/reach/snapshot";
import type { NetworkInterface } from "../../core/reach/snapshotNetwork";
import { type SourceVerdict, verdictOfSome } from "../../core/reach/sourceVerdict";
import { headline } from "../../core/reach/wayMarkdown";
import { pathRequests } from "../../core/requests/paths";
import { findNodes } from "./findNodes";
import { type WayAccess, WayReader } from "./wayReader";

/** What EC2 takes as the values of one filter, and what a person reads of one source. */
const most = { groups: 200, interfaces: 20 };

/** Each source that a cache's rules name, with what the network makes of it: a rule may let in what has no route. */
export async function whoCanConnect(
  access: WayAccess,
  { cache, ports }: { readonly cache: Cache; readonly ports: readonly number[] },
): Promise<readonly SourceVerdict[]> {
  const reader = new WayReader(access, cacheLists(cache));
  const { nodes, missing } = await findNodes(reader, cache, cache.networkType === "ipv6" ? 6 : 4);
  if (nodes.length === 0) {
    const text = missing[0]?.text ?? `The nodes of ${cache.id} are not known.`;
    return [{ source: cache.id, securityGroupRuleIds: [], verdict: "unknown", text, interfaces: [] }];
  }
  const groupIds = [...new Set((reader.snapshot.NetworkInterfaces ?? []).flatMap(groupIdsOf))];
  // Asking once for the rules reads them, by the same rounds as a way.
  const { sources, unread } = await reader.evaluate((snapshot) => namedSources(snapshot, groupIds, ports));
  await readMembers(reader, sources);
  const questions = sources.map((source) => ({ source, from: sendersOf(reader.snapshot, source) }));
  const answered = await reader.evaluate((snapshot) =>
    questions.map(({ source, from }) =>
      verdictOf(source, from, (each) => explainNodes(snapshot, { from: each, nodes, ports })),
    ),
  );
  return [...answered, ...unread.map(notRead)];
}

/** The interfaces of all groups that rules name, in one request. */
async function readMembers(reader: WayReader, sources: readonly NamedSource[]): Promise<void> {
  const ids = sources.flatMap(({ peer }) => ("groupId" in peer ? [peer.groupId] : []));
  for (let start = 0; start < ids.length; start += most.groups) {
    const some = ids.slice(start, start + most.groups);
    await reader.read("NetworkInterfaces", pathRequests.filtered("NetworkInterfaces", { "group-id": some }));
  }
}

/** Whom to ask about for a source: one interface for each subnet and set of groups, or the one address that it is. */
function sendersOf(snapshot: Snapshot, { peer }: NamedSource): readonly Question["from"][] {
  if ("groupId" in peer) {
    const members = (snapshot.NetworkInterfaces ?? []).filter((each) =>
      groupIdsOf(each).includes(peer.groupId),
    );
    const alike = new Map(members.map((each) => [likeness(each), each]));
    return [...alike.values()]
      .slice(0, most.interfaces)
      .flatMap(({ NetworkInterfaceId: id }) => (id === undefined ? [] : { networkInterfaceId: id }));
  }
  const address = "block" in peer ? addressOf(peer.block) : undefined;
  if (address === undefined) {
    return [];
  }
  const own = interfacesWith(snapshot.NetworkInterfaces ?? [], address)[0]?.NetworkInterfaceId;
  return [own === undefined ? { address: addressText(address) } : { networkInterfaceId: own }];
}

function likeness(each: NetworkInterface): string {
  return [each.SubnetId, ...[...groupIdsOf(each)].sort()].join(" ");
}

function verdictOf(
  { peer, ruleIds }: NamedSource,
  from: readonly Question["from"][],
  explain: (from: Question["from"]) => Explanation,
): SourceVerdict {
  const source = peerText(peer);
  const common = { source, securityGroupRuleIds: ruleIds };
  if (from.length === 0) {
    return { ...common, ...nobodyToAsk(peer, source), interfaces: [] };
  }
  const explained = from.map((each) => ({ id: idOf(each), explanation: explain(each) }));
  const verdict = verdictOfSome(explained.map(({ explanation }) => explanation.verdict));
  const deciding = explained.find(({ explanation }) => explanation.verdict === verdict);
  return {
    ...common,
    verdict,
    text: deciding ? headline(deciding.explanation) : "",
    interfaces: explained.map(({ id, explanation }) => ({ id, verdict: explanation.verdict })),
  };
}

function nobodyToAsk(peer: NamedSource["peer"], source: string): Pick<SourceVerdict, "verdict" | "text"> {
  if (!("groupId" in peer)) {
    const text = `${source} is many addresses: Explain Reachability tells of each of them.`;
    return { verdict: "unknown", text };
  }
  switch (peer.peeringStatus) {
    case undefined:
      return { verdict: "blocked", text: `No network interface has ${source}, so nothing connects by it.` };
    case "active":
      return { verdict: "unknown", text: `${source} is in another VPC, and who has it is not known here.` };
    default:
      return { verdict: "blocked", text: `${source} is not reached any more: the reference to it is stale.` };
  }
}

function idOf(from: Question["from"]): string {
  return "networkInterfaceId" in from ? from.networkInterfaceId : from.address;
}

function notRead(groupId: string): SourceVerdict {
  const text = `Whom ${groupId} lets in is not known: its rules could not be read.`;
  return { source: groupId, securityGroupRuleIds: [], verdict: "unknown", text, interfaces: [] };
}
