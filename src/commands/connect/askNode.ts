import { loadReach } from "../../bundles";
import type { Cache } from "../../core/caches/cache";
import { isTooOld } from "../../core/reach/managedNode";
import { isInstanceId } from "../../core/reach/waySource";
import type { Target } from "../../core/target";
import type { ConnectingNode } from "../../store/reach/connectingNodes";
import { failureNote, note, section, typedEntry } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry, PickItem } from "../../ui/ui";
import type { Services } from "../command";
import { wayAccess } from "../explainReachability/explainWay";

/** An instance to go through, and how it is called. */
export interface ThroughNode {
  readonly instanceId: string;
  readonly label: string;
}

interface About {
  readonly cache: Cache;
  readonly target: Target;
}

/** Asks which instance to go through. `undefined` when the user gave up. */
export async function askNode(about: About, services: Services): Promise<ThroughNode | undefined> {
  const answer = await services.ui.pick<ThroughNode>({
    at: { title: `Connect Through: ${about.cache.id}` },
    placeholder: "An instance that Systems Manager knows and that reaches the cache, or type its ID",
    items: [],
    later: readNodes(about, services),
    fromText: (text) => {
      const instanceId = text.trim();
      return isInstanceId(instanceId) ? typedEntry(instanceId, { instanceId, label: instanceId }) : undefined;
    },
  });
  return answer.kind === "answer" ? answer.value : undefined;
}

async function readNodes(
  { cache, target }: About,
  services: Services,
): Promise<readonly PickEntry<ThroughNode>[]> {
  const known = await (await services.aws()).listManagedNodes(target);
  if (!known.ok) {
    return [failureNote(known.failure, target)];
  }
  const managed = known.value.filter((node) => !isTooOld(node));
  const [{ connectingNodes }, access] = await Promise.all([loadReach(), wayAccess(target, services)]);
  const nodes = await connectingNodes(access, { cache, ports: cache.ports ?? [], managed });
  const of = (verdict: ConnectingNode["verdict"]) => nodes.filter((node) => node.verdict === verdict);
  const reachable = of("reachable").map(entry);
  const old = known.value.length - managed.length;
  return [
    ...(reachable.length > 0 ? reachable : [note("info", noneReaches(known.value.length))]),
    ...section("whether these reach the cache is not known", of("unknown").map(entry)),
    ...section(
      "these do not reach the cache",
      of("blocked").map(({ label, text }) => note("circle-slash", label, text)),
    ),
    ...(old > 0
      ? [note("info", `Left out for an agent before 3.1.1374, which forwards no port: ${old}`)]
      : []),
  ];
}

function noneReaches(known: number): string {
  return known === 0
    ? "Systems Manager knows no instance here that is online"
    : "No instance that Systems Manager knows is known to reach the cache";
}

function entry({ instanceId, label, verdict, text }: ConnectingNode): PickItem<ThroughNode> {
  return {
    key: entryKey("node", instanceId),
    label,
    description: instanceId,
    ...(verdict === "unknown" ? { detail: text } : {}),
    icon: "vm",
    value: { instanceId, label },
  };
}
