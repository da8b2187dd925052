import type { Route } from "./snapshotNetwork";

/** Where a route sends a packet. */
export interface RouteTarget {
  readonly kind:
    | "local"
    | "peering"
    | "transitGateway"
    | "virtualPrivateGateway"
    | "internetGateway"
    | "natGateway"
    | "appliance"
    | "endpoint"
    | "other";
  readonly id: string;
}

export function targetOf(route: Route): RouteTarget {
  const { GatewayId, VpcPeeringConnectionId, TransitGatewayId, NatGatewayId } = route;
  const internet = route.EgressOnlyInternetGatewayId;
  const appliance = route.NetworkInterfaceId ?? route.InstanceId;
  const other = route.LocalGatewayId ?? route.CarrierGatewayId ?? route.CoreNetworkArn ?? route.OdbNetworkArn;
  return (
    named("peering", VpcPeeringConnectionId) ??
    named("transitGateway", TransitGatewayId) ??
    named("natGateway", NatGatewayId) ??
    named("internetGateway", internet) ??
    named("appliance", appliance) ??
    named("other", other) ??
    gateway(GatewayId ?? "")
  );
}

/** `GatewayId` names whatever it is that is attached to the VPC. */
function gateway(id: string): RouteTarget {
  if (id === "local") {
    return { kind: "local", id };
  }
  const [prefix] = id.split("-");
  switch (prefix) {
    case "igw":
      return { kind: "internetGateway", id };
    case "vgw":
      return { kind: "virtualPrivateGateway", id };
    case "vpce":
      return { kind: "endpoint", id };
    default:
      return { kind: "other", id };
  }
}

function named(kind: RouteTarget["kind"], id: string | undefined): RouteTarget | undefined {
  return id === undefined || id === "" ? undefined : { kind, id };
}
