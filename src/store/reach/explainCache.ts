import type { Cache } from "../../core/caches/cache";
import { addressOf } from "../../core/reach/address";
import { cacheLists } from "../../core/reach/cacheLists";
import { explainNodes } from "../../core/reach/explainNodes";
import { explainPublic } from "../../core/reach/explainPublic";
import { asSteps, conclude, type Explanation, type Step } from "../../core/reach/explanation";
import { type Finding, unknown } from "../../core/reach/finding";
import { forEitherAddress } from "../../core/reach/hypothetical";
import type { WaySource } from "../../core/reach/waySource";
import { findNodes, type Nodes } from "./findNodes";
import { findSender, type Sender } from "./findSender";
import { type WayAccess, WayReader } from "./wayReader";

export interface WayQuestion {
  readonly cache: Cache;
  readonly source: WaySource;
  readonly ports: readonly number[];
}

/** Whether a source reaches a cache, of what AWS tells now. Reads what the way meets, and changes nothing. */
export async function explainCache(access: WayAccess, question: WayQuestion): Promise<Explanation> {
  const { cache, source, ports } = question;
  if (cache.isPublic) {
    return explainPublic(cache);
  }
  const family = familyOf(cache, source);
  const reader = new WayReader(access, cacheLists(cache));
  const found = await findNodes(reader, cache, family);
  const sender = await findSender(reader, source, family);
  if ("nobody" in sender) {
    return conclude([...asSteps("source", [sender.nobody]), ...missingSteps(found, ports, cache)]);
  }
  const { nodes } = found;
  const explained = await reader.evaluate((snapshot) =>
    sender.from.map((from) => explainNodes(snapshot, { from, nodes, ports })),
  );
  const one =
    source.is === "group"
      ? forEitherAddress(explained, source.groupId, source.subnetId)
      : (explained[0] ?? conclude([]));
  const whole = withUnknown(withSaid(one, sender), missingSteps(found, ports, cache));
  return { ...whole, steps: whole.steps.map((step) => naming(step, reader.unreadAccounts)) };
}

/** Which of a dual-stack cache's addresses: the source's family, where it has one, else IPv4, as clients are told. */
function familyOf({ networkType }: Cache, source: WaySource): 4 | 6 {
  const asked = source.is === "address" ? addressOf(source.address)?.family : undefined;
  return networkType === "dual_stack" ? (asked ?? 4) : networkType === "ipv6" ? 6 : 4;
}

function missingSteps({ missing }: Nodes, ports: readonly number[], { id }: Cache): readonly Step[] {
  const noPort: readonly Finding[] =
    ports.length === 0
      ? [unknown(id, `The port of ${id} is not known yet.`, { code: "UNKNOWN_RESOURCE" })]
      : [];
  return asSteps("cacheIngress", [...missing, ...noPort]);
}

function withSaid(
  explained: Explanation,
  { said }: Extract<Sender, { readonly said: unknown }>,
): Explanation {
  return { ...explained, steps: [...asSteps("source", said), ...explained.steps] };
}

/** Nodes that are not known make it unknown, unless another one is blocked. */
function withUnknown(explained: Explanation, missing: readonly Step[]): Explanation {
  return missing.length === 0 || explained.verdict !== "reachable"
    ? { ...explained, steps: explained.steps.length === 0 ? missing : explained.steps }
    : { ...explained, verdict: "unknown", steps: [...explained.steps, ...missing] };
}

/** What an account that nobody here reads would tell. */
function naming(step: Step, unreadAccounts: ReadonlyMap<string, string>): Step {
  const [account] = unreadAccounts.values();
  if (step.verdict !== "unknown" || account === undefined || !isAboutUnread(step)) {
    return step;
  }
  const text = `${step.text} A part of the way is in account ${account}, of which no profile is loaded here.`;
  return { ...step, text };
}

function isAboutUnread({ code }: Step): boolean {
  return (
    code === "UNKNOWN_RESOURCE" || code === "UNKNOWN_PEERED_SGS" || code === "TGW_RTB_ROUTES_ARE_UNKNOWN"
  );
}
