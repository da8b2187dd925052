import type { Question } from "../../../../../src/core/reach/question";
import type { ListName, Snapshot } from "../../../../../src/core/reach/snapshot";
import publicPrivateSubnet from "./public-private-subnet.json";
import subnet from "./subnet.json";
import vpcPeering from "./vpc-peering.json";

export interface RecordedCase {
  readonly network: Snapshot;
  readonly title: string;
  readonly question: Question;
  readonly verdict: "reachable" | "blocked";
  /** The first step that blocks, or that the way is known by: its kind and its resource. */
  readonly decidedBy?: readonly [kind: string, resource: string];
  /** The lists without which the answer is not known. */
  readonly met: readonly ListName[];
}

const vgw = "vgw-070087240d6fa2989";
const inSubnet: readonly ListName[] = ["NetworkInterfaces", "Reservations", "Subnets", "SecurityGroups"];
const routed: readonly ListName[] = [...inSubnet, "NetworkAcls", "RouteTables"];
const peered: readonly ListName[] = [...routed, "VpcPeeringConnections"];
const onPremises: readonly ListName[] = [
  "NetworkInterfaces",
  "SecurityGroups",
  "NetworkAcls",
  "RouteTables",
  "VpnGateways",
];

function recorded(
  name: string,
  network: Snapshot,
  [from, to, port]: readonly [string, string, number],
  verdict: RecordedCase["verdict"],
  met: readonly ListName[],
  decidedBy?: RecordedCase["decidedBy"],
): RecordedCase {
  const [address = "", gatewayId] = from.split(" by ");
  return {
    network,
    title: `${name}: ${from} to ${to} port ${port}`,
    question: { from: { address, gatewayId }, to: { address: to }, port },
    verdict,
    met,
    ...(decidedBy ? { decidedBy } : {}),
  };
}

/** What decides in each follows from the data, and agrees with what Batfish's own tests expect where they do. */
export const recordedCases: readonly RecordedCase[] = [
  recorded("subnet", subnet, ["10.10.1.228", "10.10.1.44", 22], "reachable", inSubnet),
  recorded("subnet", subnet, ["10.10.1.228", "10.10.1.44", 6379], "blocked", inSubnet, [
    "cacheIngress",
    "sg-02566e413c0030c70",
  ]),
  recorded("subnet", subnet, ["10.10.1.44", "10.10.1.228", 22], "reachable", inSubnet),
  recorded("two subnets", publicPrivateSubnet, ["10.0.1.204", "10.0.0.47", 22], "reachable", routed, [
    "returnRoute",
    "rtb-0d20fcae075afe460",
  ]),
  recorded("two subnets", publicPrivateSubnet, ["10.0.1.204", "10.0.0.47", 6379], "blocked", routed, [
    "cacheIngress",
    "sg-0662342465612f419",
  ]),
  recorded("two subnets", publicPrivateSubnet, ["10.0.0.47", "10.0.1.204", 6379], "blocked", routed, [
    "cacheIngress",
    "sg-063f2bb51713c3236",
  ]),
  recorded(
    "on premises",
    publicPrivateSubnet,
    [`19.168.0.1 by ${vgw}`, "10.0.0.47", 22],
    "blocked",
    onPremises,
    ["returnRoute", "rtb-0d20fcae075afe460"],
  ),
  recorded(
    "on premises",
    publicPrivateSubnet,
    [`19.168.0.1 by ${vgw}`, "10.0.1.204", 22],
    "reachable",
    onPremises,
    ["returnRoute", vgw],
  ),
  recorded("peering", vpcPeering, ["10.10.10.157", "192.168.1.106", 22], "reachable", peered, [
    "peering",
    "pcx-0b89b559e3319d6cf",
  ]),
  recorded("peering", vpcPeering, ["10.10.10.157", "192.168.1.106", 6379], "blocked", peered, [
    "cacheIngress",
    "sg-065c26b39e45ae384",
  ]),
  recorded(
    "two peers with one block",
    vpcPeering,
    ["10.10.10.157", "192.168.2.229", 22],
    "reachable",
    peered,
    ["peering", "pcx-0d5b836985ac8ca8c"],
  ),
  recorded("overlap", vpcPeering, ["192.168.1.106", "192.168.2.229", 22], "blocked", routed, [
    "sourceRoute",
    "rtb-017c36290c9baf017",
  ]),
  recorded("blackhole", vpcPeering, ["192.168.1.106", "8.8.8.8", 443], "blocked", routed, [
    "sourceRoute",
    "rtb-017c36290c9baf017",
  ]),
  recorded("no route", vpcPeering, ["10.10.10.157", "192.168.100.1", 22], "blocked", routed, [
    "sourceRoute",
    "rtb-0891861fffaea6d52",
  ]),
  recorded("no such subnet", vpcPeering, ["192.168.1.106", "10.10.100.1", 22], "blocked", peered, [
    "peering",
    "pcx-0b89b559e3319d6cf",
  ]),
];
