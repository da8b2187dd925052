import { setImmediate } from "node:timers/promises";
import type { Cache } from "../../core/caches/cache";
import { addressOf, addressText } from "../../core/reach/address";
import type { Instance, NetworkInterface } from "../../core/reach/snapshotNetwork";
import { byName, type SourceChoice, sourceChoices } from "../../core/reach/sourceChoices";
import { isInstanceId, isNetworkInterfaceId, type WaySource } from "../../core/reach/waySource";
import { pathRequests } from "../../core/requests/paths";
import type { Target } from "../../core/target";
import { note, typedEntry } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry, Typed } from "../../ui/ui";
import type { Params, Services } from "../command";
import { askGroupAndSubnet } from "./askGroupAndSubnet";
import { wayAccess } from "./explainWay";

/** The cache that the way leads to, and what else params say. */
export interface WayAbout {
  readonly target: Target;
  readonly cache: Cache;
  readonly params: Params;
}

type Choice = WaySource | "groupAndSubnet";

/** Asks where the connection comes from. `undefined` when the user gave up. */
export async function askWaySource(asked: WayAbout, services: Services): Promise<WaySource | undefined> {
  const { target, cache, params } = asked;
  const group = params["sourceSecurityGroupId"];
  const answer = await services.ui.pick<Choice>({
    at: { title: `Explain Reachability: ${cache.id}` },
    placeholder: "Where it connects from: a name, an ID, a tag, or type an address",
    items: [groupAndSubnet],
    later: readChoices(target, group, services),
    fromText: typed,
  });
  if (answer.kind !== "answer") {
    return undefined;
  }
  return answer.value === "groupAndSubnet" ? askGroupAndSubnet(target, group, services) : answer.value;
}

/** A rule that names one address names a source; a wider block does not. */
export function sourceOfRow({ cidrIp, cidrIpv6 }: Params): WaySource | undefined {
  const block = typeof cidrIp === "string" ? cidrIp : typeof cidrIpv6 === "string" ? cidrIpv6 : "";
  const address = addressOf(block);
  return address && block.includes("/") ? { is: "address", address: addressText(address) } : undefined;
}

const groupAndSubnet: PickEntry<Choice> = {
  key: entryKey("groupAndSubnet"),
  label: "A security group in a subnet…",
  detail: "For what is not there yet",
  icon: "shield",
  always: true,
  value: "groupAndSubnet",
};

/** The interfaces of the region, those that have the group of a rule first. What may not be read leaves the rest. */
async function readChoices(
  target: Target,
  groupId: unknown,
  services: Services,
): Promise<readonly PickEntry<Choice>[]> {
  const { aws, reads } = await wayAccess(target, services);
  const [interfaces, instances] = await Promise.all([
    aws.readPath(target, reads.NetworkInterfaces, pathRequests.filtered("NetworkInterfaces", {})),
    aws.readPath(target, reads.Reservations, pathRequests.filtered("Reservations", {})),
  ]);
  if (!interfaces.ok) {
    return [groupAndSubnet, note("warning", interfaces.failure.message)];
  }
  const machines = instances.ok ? instances.value.flatMap(({ Instances }) => Instances ?? []) : [];
  const choices = await inTurns(interfaces.value, machines);
  const named = choices.filter(({ groupIds }) => typeof groupId === "string" && groupIds.includes(groupId));
  const others = choices.filter((each) => !named.includes(each));
  return [
    ...(named.length > 0 ? [{ separator: "has the group that the rule names" }, ...named.map(entry)] : []),
    ...(named.length > 0 && others.length > 0 ? [{ separator: "others" }] : []),
    ...others.map(entry),
    groupAndSubnet,
  ];
}

/** Others get their turn in between: a region may have thousands. */
async function inTurns(
  interfaces: readonly NetworkInterface[],
  machines: readonly Instance[],
): Promise<readonly SourceChoice[]> {
  const once = [...new Map(interfaces.map((each) => [each.NetworkInterfaceId, each])).values()];
  const choices: SourceChoice[] = [];
  for (let start = 0; start < once.length; start += aTurn) {
    choices.push(...sourceChoices(once.slice(start, start + aTurn), machines));
    await setImmediate();
  }
  return choices.sort(byName);
}

/** Interfaces that some milliseconds are enough for. */
const aTurn = 500;

function entry({ id, label, description, detail }: SourceChoice): PickEntry<Choice> {
  return {
    key: entryKey("interface", id),
    ...{ label, description, detail, icon: "server" },
    value: { is: "interface", id, name: label },
  };
}

function typed(text: string): Typed<Choice> | undefined {
  const word = text.trim();
  const source = sourceOfText(word);
  return source && typedEntry<Choice>(word, source);
}

function sourceOfText(word: string): WaySource | undefined {
  if (isNetworkInterfaceId(word)) {
    return { is: "interface", id: word };
  }
  if (isInstanceId(word)) {
    return { is: "instance", id: word };
  }
  return addressOf(word) && !word.includes("/") ? { is: "address", address: word } : undefined;
}
