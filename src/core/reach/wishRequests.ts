import { type FilteredList, type PathInput, type PathList, pathRequests } from "../requests/paths";
import type { ApiRequest } from "../requests/request";
import type { Snapshot, Wish } from "./snapshot";

/** A request that answers wishes: what its answer holds, and for whom it is asked. */
export interface WayRequest {
  readonly list: PathList;
  readonly request: ApiRequest<string, PathInput>;
}

/** How often a wish is asked for before it is given up: some lists can be asked in two ways, the narrower first. */
export function waysToAsk({ list }: Wish): number {
  return list === "RouteTables" || list === "SecurityGroups" ? 2 : 1;
}

/**
 * The requests for wishes of one list, all of the same account and at the same stage: one, unless the list can be
 * asked for one thing at a time only. Filtered by what was wished for, never the region's whole.
 */
export function requestsFor(
  snapshot: Snapshot,
  list: Wish["list"],
  wishes: readonly Wish[],
  stage: number,
): readonly WayRequest[] {
  const ids = distinct(wishes.map(({ id }) => id));
  switch (list) {
    case "NetworkInterfaces":
      return interfaceRequests(wishes);
    case "Reservations":
      return [by("Reservations", { "instance-id": ids })];
    case "Subnets":
      return subnetRequests(wishes);
    case "Vpcs":
      return ids.includes("everything") ? [by("Vpcs", {})] : [by("Vpcs", { "vpc-id": ids })];
    case "VpcAttributes":
      return ids.map((id) => ({ list, request: pathRequests.vpcAttributes(id) }));
    case "RouteTables":
      return routeTableRequests(snapshot, wishes, stage);
    case "NetworkAcls":
      return [by("NetworkAcls", { "association.subnet-id": ids })];
    case "SecurityGroups":
      // The rules have ids, and the groups alone tell of one without rules.
      return [by(stage === 0 ? "SecurityGroupRules" : "SecurityGroups", { "group-id": ids })];
    case "ManagedPrefixListEntries":
      return ids.map((id) => ({ list, request: pathRequests.prefixListEntries(id) }));
    case "VpcPeeringConnections":
      return peeringRequests(wishes);
    case "TransitGateways":
      return [by("TransitGateways", { "transit-gateway-id": ids })];
    case "TransitGatewayAttachments":
      return attachmentRequests("TransitGatewayAttachments", ids, {});
    case "TransitGatewayVpcAttachments":
      return attachmentRequests("TransitGatewayVpcAttachments", ids, { vpcIds: vpcIdsOf(wishes) });
    case "TransitGatewayPeeringAttachments":
      return [by("TransitGatewayPeeringAttachments", { "transit-gateway-attachment-id": ids })];
    case "TransitGatewayRoutes":
      return wishes.map(({ id, of = "" }) => ({ list, request: pathRequests.transitGatewayRoutes(id, of) }));
    case "VpnGateways":
      return [by("VpnGateways", { "vpn-gateway-id": ids })];
    case "VpnConnections":
      return [by("VpnConnections", { "vpn-gateway-id": ids })];
    case "NatGateways":
      return [by("NatGateways", { "nat-gateway-id": ids })];
    default:
      return [];
  }
}

function by(list: FilteredList, filters: Readonly<Record<string, readonly string[]>>): WayRequest {
  return { list, request: pathRequests.filtered(list, filters) };
}

/** By id, by instance, by subnet, or by address: in the VPC where one is meant, else wherever it is. */
function interfaceRequests(wishes: readonly Wish[]): readonly WayRequest[] {
  const named = (prefix: string) =>
    distinct(wishes.map(({ id }) => id).filter((id) => id.startsWith(prefix)));
  const addresses = wishes.filter(({ id }) => !/^(eni|i|subnet)-/.test(id));
  const inVpcs = new Map<string, Wish[]>();
  for (const wish of addresses) {
    const key = `${wish.id.includes(":") ? 6 : 4} ${wish.vpcId ?? ""}`;
    inVpcs.set(key, [...(inVpcs.get(key) ?? []), wish]);
  }
  return [
    ...filteredBy("network-interface-id", named("eni-")),
    ...filteredBy("attachment.instance-id", named("i-")),
    ...filteredBy("subnet-id", named("subnet-")),
    ...[...inVpcs.values()].map((some) => {
      const [first] = some;
      const name = first?.id.includes(":") ? "ipv6-addresses.ipv6-address" : "addresses.private-ip-address";
      const values = { [name]: distinct(some.map(({ id }) => id)) };
      return by("NetworkInterfaces", { ...values, ...(first?.vpcId ? { "vpc-id": [first.vpcId] } : {}) });
    }),
  ];
}

function filteredBy(name: string, ids: readonly string[]): readonly WayRequest[] {
  return ids.length === 0 ? [] : [by("NetworkInterfaces", { [name]: ids })];
}

/** A VPC's subnets all at once: that an address is in none of them is an answer too. */
function subnetRequests(wishes: readonly Wish[]): readonly WayRequest[] {
  const vpcIds = vpcIdsOf(wishes);
  const others = distinct(wishes.filter(({ vpcId }) => vpcId === undefined).map(({ id }) => id));
  return [
    ...(vpcIds.length === 0 ? [] : [by("Subnets", { "vpc-id": vpcIds })]),
    ...(others.length === 0 ? [] : [by("Subnets", { "subnet-id": others })]),
  ];
}

/** A subnet's own table; where it has none, the VPC's main one. A gateway's own, which few have. */
function routeTableRequests(
  snapshot: Snapshot,
  wishes: readonly Wish[],
  stage: number,
): readonly WayRequest[] {
  if (stage === 0) {
    const subnets = distinct(wishes.map(({ id }) => id).filter((id) => id.startsWith("subnet-")));
    const gateways = distinct(wishes.map(({ id }) => id).filter((id) => !id.startsWith("subnet-")));
    return [
      ...(subnets.length === 0 ? [] : [by("RouteTables", { "association.subnet-id": subnets })]),
      ...(gateways.length === 0 ? [] : [by("RouteTables", { "association.gateway-id": gateways })]),
    ];
  }
  const known = (snapshot.RouteTables ?? [])
    .filter(({ Associations }) => Associations?.some(({ Main }) => Main === true))
    .map(({ VpcId }) => VpcId);
  const vpcIds = vpcIdsOf(wishes.filter(({ id }) => id.startsWith("subnet-"))).filter(
    (id) => !known.includes(id),
  );
  return vpcIds.length === 0 ? [] : [by("RouteTables", { "vpc-id": vpcIds, "association.main": ["true"] })];
}

/** By id; between VPCs, whichever of them asked for it; or all that are active. */
function peeringRequests(wishes: readonly Wish[]): readonly WayRequest[] {
  const list = "VpcPeeringConnections";
  const ids = distinct(wishes.map(({ id }) => id).filter((id) => id.startsWith("pcx-")));
  const between = wishes.find(({ of }) => of !== undefined);
  const sides = between ? [between.id, between.of ?? ""] : [];
  return [
    ...(ids.length === 0 ? [] : [by(list, { "vpc-peering-connection-id": ids })]),
    ...(between ? [by(list, { "requester-vpc-info.vpc-id": sides, "accepter-vpc-info.vpc-id": sides })] : []),
    ...(wishes.some(({ id }) => id === "everything") ? [by(list, { "status-code": ["active"] })] : []),
  ];
}

/** By id, by the gateway and the VPC that it attaches, or the peerings of a gateway. */
function attachmentRequests(
  list: "TransitGatewayAttachments" | "TransitGatewayVpcAttachments",
  ids: readonly string[],
  { vpcIds }: { readonly vpcIds?: readonly string[] },
): readonly WayRequest[] {
  const own = ids.filter((id) => id.startsWith("tgw-attach-"));
  const gateways = ids.filter((id) => !id.startsWith("tgw-attach-"));
  const more = vpcIds === undefined ? { "resource-type": ["peering"] } : { "vpc-id": vpcIds };
  return [
    ...(own.length === 0 ? [] : [by(list, { "transit-gateway-attachment-id": own })]),
    ...(gateways.length === 0 ? [] : [by(list, { "transit-gateway-id": gateways, ...more })]),
  ];
}

function vpcIdsOf(wishes: readonly Wish[]): readonly string[] {
  return distinct(wishes.flatMap(({ vpcId }) => vpcId ?? []));
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}
