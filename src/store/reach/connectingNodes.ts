import { setImmediate } from "node:timers/promises";
import type { Cache } from "../../core/caches/cache";
import { cacheLists } from "../../core/reach/cacheLists";
import { explainNodes } from "../../core/reach/explainNodes";
import type { Explanation } from "../../core/reach/explanation";
import type { ManagedNode } from "../../core/reach/managedNode";
import type { Snapshot } from "../../core/reach/snapshot";
import type { NetworkInterface } from "../../core/reach/snapshotNetwork";
import { headline } from "../../core/reach/wayMarkdown";
import { pathRequests } from "../../core/requests/paths";
import { findNodes } from "./findNodes";
import { type WayAccess, WayReader } from "./wayReader";

/** An instance that a tunnel may be opened through, and whether it reaches the cache. */
export interface ConnectingNode extends ManagedNode {
  /** As people know it: the tag with its name, else what it calls itself, else its ID. */
  readonly label: string;
  readonly verdict: Explanation["verdict"];
  /** One sentence: what decides. */
  readonly text: string;
}

/** Far below what EC2 takes as the values of one filter, and more than a person looks through. */
const most = 50;

/**
 * Which of these instances reach a cache, each by its primary interface: a rule may name one address alone. Of many,
 * the first; the others are not known.
 */
export async function connectingNodes(
  access: WayAccess,
  asked: {
    readonly cache: Cache;
    readonly ports: readonly number[];
    readonly managed: readonly ManagedNode[];
  },
): Promise<readonly ConnectingNode[]> {
  const { cache, ports, managed } = asked;
  if (managed.length === 0) {
    return [];
  }
  const reader = new WayReader(access, cacheLists(cache));
  const ids = managed.slice(0, most).map(({ instanceId }) => instanceId);
  const [{ nodes, missing }] = await Promise.all([
    findNodes(reader, cache, cache.networkType === "ipv6" ? 6 : 4),
    reader.read(
      "NetworkInterfaces",
      pathRequests.filtered("NetworkInterfaces", { "attachment.instance-id": ids }),
    ),
  ]);
  const primary = primaryInterfaces(reader.snapshot, ids);
  const explained = await reader.evaluate(async (snapshot) => {
    const each = new Map<string, Explanation>();
    for (const [id, networkInterfaceId] of primary) {
      each.set(id, explainNodes(snapshot, { from: { networkInterfaceId }, nodes, ports }));
      await setImmediate();
    }
    return each;
  });
  const names = namesOf(reader.snapshot);
  const connecting = managed.map((node): ConnectingNode => {
    const { instanceId, computerName } = node;
    const explanation = explained.get(instanceId);
    return {
      ...node,
      label: names.get(instanceId) ?? (computerName || instanceId),
      verdict: explanation?.verdict ?? "unknown",
      text:
        missing[0]?.text ??
        (explanation ? headline(explanation) : `Which network interface ${instanceId} has is not known.`),
    };
  });
  return connecting.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
}

/** The ids of the interfaces, by those of the instances. */
function primaryInterfaces(
  { NetworkInterfaces = [] }: Snapshot,
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const attached = [...NetworkInterfaces].sort((a, b) => indexOf(b) - indexOf(a));
  return new Map(
    attached.flatMap(({ NetworkInterfaceId: id, Attachment }) =>
      id !== undefined && Attachment?.InstanceId !== undefined && ids.includes(Attachment.InstanceId)
        ? [[Attachment.InstanceId, id] as const]
        : [],
    ),
  );
}

function indexOf({ Attachment }: NetworkInterface): number {
  return Attachment?.DeviceIndex ?? 0;
}

/** The evaluation has asked whether the instances run, and so read their tags. */
function namesOf({ Reservations = [] }: Snapshot): ReadonlyMap<string, string> {
  return new Map(
    Reservations.flatMap(({ Instances }) => Instances ?? []).flatMap(({ InstanceId, Tags = [] }) => {
      const name = Tags.find(({ Key }) => Key === "Name")?.Value;
      return InstanceId !== undefined && name ? [[InstanceId, name] as const] : [];
    }),
  );
}
