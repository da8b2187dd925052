import { type Address, addressOf, addressText } from "./address";
import { findAddressSource, type SourceElsewhere } from "./addressSource";
import { blocks, type Finding, passes, unknown } from "./finding";
import { ownAddress } from "./networkInterface";
import type { Question } from "./question";
import { isRead, lookUp, unread } from "./read";
import type { Snapshot } from "./snapshot";
import type { NetworkInterface } from "./snapshotNetwork";
import { ownerNotices, ownerWords } from "./sourceOwner";

/** Where the connection comes from, and what is said of it. */
export type Source =
  | {
      readonly is: "interface";
      readonly interface: NetworkInterface;
      readonly address: Address;
      readonly subnetId: string;
      readonly vpcId: string;
      readonly findings: readonly Finding[];
    }
  | SourceElsewhere;

export function findSource(snapshot: Snapshot, from: Question["from"], to: Address): Source {
  if ("networkInterfaceId" in from) {
    const id = from.networkInterfaceId;
    const found = snapshot.NetworkInterfaces?.find(({ NetworkInterfaceId }) => NetworkInterfaceId === id);
    return found ? ofInterface(snapshot, found, to) : nobody(missing(snapshot, id));
  }
  const address = addressOf(from.address);
  if (address === undefined) {
    return nobody(
      blocks(from.address, `${from.address} is not an address.`, { code: "NO_SOURCE_OR_DESTINATION" }),
    );
  }
  if (address.family !== to.family) {
    return nobody(otherFamily(from.address, to));
  }
  const found = findAddressSource(snapshot, address, from.gatewayId);
  return "interface" in found ? ofInterface(snapshot, found.interface, to, address) : found;
}

function ofInterface(snapshot: Snapshot, own: NetworkInterface, to: Address, given?: Address): Source {
  const id = own.NetworkInterfaceId ?? "";
  const { SubnetId, VpcId } = own;
  const address = given ?? ownAddress(own, to.family);
  if (SubnetId === undefined || VpcId === undefined) {
    return nobody(unknown(id, `Which subnet ${id} is in is not known.`, { code: "UNKNOWN_RESOURCE" }));
  }
  if (address === undefined) {
    return nobody(otherFamily(id, to));
  }
  const subnet = lookUp(
    snapshot,
    "Subnets",
    snapshot.Subnets,
    SubnetId,
    (each) => each.SubnetId === SubnetId,
    VpcId,
  );
  const problems = [stateProblem(snapshot, own, id), "unread" in subnet ? subnet.unread : undefined].flatMap(
    (problem) => problem ?? [],
  );
  const text = `${id}, ${ownerWords(own)}, has ${addressText(address)} in ${SubnetId} of ${VpcId}.`;
  return {
    is: "interface",
    interface: own,
    address,
    subnetId: SubnetId,
    vpcId: VpcId,
    findings: [...(problems.length > 0 ? problems : [passes(id, text)]), ...ownerNotices(own, id)],
  };
}

/** An interface says whether it is attached; only its instance says whether it runs. */
function stateProblem(
  snapshot: Snapshot,
  { Status, Attachment, VpcId }: NetworkInterface,
  id: string,
): Finding | undefined {
  if (Status === "available" || Status === "attaching" || Status === "detaching") {
    return blocks(id, `${id} is ${Status}: nothing uses it.`, { code: "BAD_STATE_ATTACHMENT" });
  }
  const instanceId = Attachment?.InstanceId;
  if (instanceId === undefined) {
    return undefined;
  }
  const instances = snapshot.Reservations?.flatMap(({ Instances }) => Instances ?? []);
  const looked = lookUp(
    snapshot,
    "Reservations",
    instances,
    instanceId,
    (each) => each.InstanceId === instanceId,
    VpcId,
  );
  if ("unread" in looked) {
    return looked.unread;
  }
  const state = looked.found.State?.Name ?? "running";
  return state === "running"
    ? undefined
    : blocks(instanceId, `${instanceId} is ${state}, so it connects to nothing.`, { code: "BAD_STATE" });
}

function missing(snapshot: Snapshot, id: string): Finding {
  snapshot.Wanted?.({ list: "NetworkInterfaces", id });
  return isRead(snapshot, "NetworkInterfaces")
    ? blocks(id, `There is no interface ${id}.`, { code: "NO_SOURCE_OR_DESTINATION" })
    : unread(snapshot, "NetworkInterfaces", id);
}

function otherFamily(id: string, to: Address): Finding {
  return blocks(id, `${id} has no IPv${to.family} address, and ${addressText(to)} is one.`, {
    code: "NO_SOURCE_OR_DESTINATION",
  });
}

function nobody(finding: Finding): Source {
  return { is: "nobody", findings: [finding] };
}
