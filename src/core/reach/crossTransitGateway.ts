import { blocks, type Finding, passes, unknown } from "./finding";
import type { Crossing, Found, Hop, Packet } from "./hop";
import { type Entrance, leaveTransitGateway } from "./leaveTransitGateway";
import { lookUp } from "./read";
import type { Snapshot } from "./snapshot";
import type { TransitGatewayAttachment } from "./snapshotGateways";
import { crossGatewayPeering } from "./transitGatewayPeering";
import { findGatewayRoute, type WayOut } from "./transitGatewayRoute";

/** More gateways than one after the other that anybody peers. */
const longest = 4;

/** From one attachment of a transit gateway to another: the first one's association picks the route table. */
export function crossTransitGateway(
  snapshot: Snapshot,
  gatewayId: string,
  attachmentId: string,
  entrance: Entrance,
  packet: Packet,
): Hop {
  const found: Found[] = [];
  const crossed: Crossing[] = [];
  let now = { gatewayId, attachmentId };
  for (let gateways = 0; gateways < longest; gateways++) {
    const routed = route(snapshot, now.gatewayId, now.attachmentId, packet);
    found.push(...routed.findings.map((finding) => ({ part: "transitGateway" as const, finding })));
    const { out } = routed;
    if (out === "nowhere" || out === "unknown") {
      return { found, crossed, next: { at: out } };
    }
    if (out.type !== "peering") {
      const left = leaveTransitGateway(snapshot, now.gatewayId, out, entrance, packet);
      return { ...left, found: [...found, ...left.found], crossed: [...crossed, ...(left.crossed ?? [])] };
    }
    const peered = crossGatewayPeering(snapshot, now.gatewayId, out.id);
    found.push({ part: "transitGateway", finding: peered.finding });
    crossed.push({ by: "gatewayPeering", id: out.id });
    if ("stops" in peered) {
      return { found, crossed, next: { at: peered.stops } };
    }
    now = peered;
  }
  const text = `The transit gateways send it round in a circle, through ${now.gatewayId} again.`;
  const finding = blocks(now.gatewayId, text, { code: "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT" });
  return { found: [...found, { part: "transitGateway", finding }], crossed, next: { at: "nowhere" } };
}

interface Routed {
  readonly findings: readonly Finding[];
  readonly out: WayOut | "nowhere" | "unknown";
}

function route(snapshot: Snapshot, gatewayId: string, attachmentId: string, packet: Packet): Routed {
  const looked = lookUp(
    snapshot,
    "TransitGatewayAttachments",
    snapshot.TransitGatewayAttachments,
    attachmentId,
    (each) =>
      each.TransitGatewayAttachmentId === attachmentId &&
      (each.TransitGatewayId === undefined || each.TransitGatewayId === gatewayId),
  );
  if ("unread" in looked) {
    return { findings: [looked.unread], out: "unknown" };
  }
  const table = tableOf(looked.found, attachmentId);
  if ("finding" in table) {
    return { findings: [table.finding], out: table.finding.verdict === "blocks" ? "nowhere" : "unknown" };
  }
  const answer = findGatewayRoute(snapshot, table.id, packet.to);
  if ("finding" in answer) {
    return { findings: [answer.finding], out: answer.finding.verdict === "blocks" ? "nowhere" : "unknown" };
  }
  const { block, out } = answer;
  return { findings: [passes(table.id, `${block} in ${table.id} goes to ${out.id}.`)], out };
}

function tableOf(
  { Association }: TransitGatewayAttachment,
  id: string,
): { readonly id: string } | { readonly finding: Finding } {
  const { TransitGatewayRouteTableId, TransitGatewayPolicyTableId, State } = Association ?? {};
  if (TransitGatewayPolicyTableId !== undefined) {
    const text = `${TransitGatewayPolicyTableId} routes what comes in by ${id}, and policies are not evaluated.`;
    return { finding: unknown(TransitGatewayPolicyTableId, text, { code: "UNSUPPORTED_COMPONENT" }) };
  }
  if (TransitGatewayRouteTableId === undefined || (State !== undefined && State !== "associated")) {
    const text = `${id} is associated with no route table, so what comes in by it goes nowhere.`;
    return { finding: blocks(id, text, { code: "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION" }) };
  }
  return { id: TransitGatewayRouteTableId };
}
