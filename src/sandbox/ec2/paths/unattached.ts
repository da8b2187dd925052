import type { Operation } from "../../service";
import { describing } from "../describing";

/** Gateways that nobody has in the sandbox: their lists are empty, and a filter is read as it is on AWS. */
export const describeNatGateways = none("natGatewaySet", "NatGatewayId", ["nat-gateway-id", "vpc-id"]);
export const describeVpnGateways = none("vpnGatewaySet", "VpnGatewayId", [
  "attachment.vpc-id",
  "vpn-gateway-id",
]);
export const describeVpnConnections = none("vpnConnectionSet", "VpnConnectionId", ["vpn-gateway-id"]);
export const describeTransitGatewayPeeringAttachments = none(
  "transitGatewayPeeringAttachments",
  "TransitGatewayAttachmentIds",
  ["transit-gateway-attachment-id", "transit-gateway-id"],
);

function none(set: string, param: string, filters: readonly string[]): Operation {
  return describing<never>({
    set,
    ids: { param, missing: "InvalidGatewayID.NotFound" },
    all: () => [],
    idOf: () => "",
    filters: { fields: Object.fromEntries(filters.map((name) => [name, () => []])) },
    limits: [5, 1000],
    xml: () => ({}),
  });
}
