import { fixedId } from "../ec2/ids";
import type { Route, Subnet } from "../ec2/paths/model";
import type { Ec2State } from "../ec2/state";
import { addApplication, addShopApplications, addVpc, type OtherVpc, peerWithShop } from "./applications";
import { addAcl, addRouteTable, addSubnet } from "./network";
import { partner, peering, shop } from "./peering";

/** The subnets and routes of the shop, and ten applications that do not reach its caches, each for a reason of its own. */
export function shopNetwork(ec2: Ec2State): void {
  const machines = ["10.20.1", "10.20.2", "10.20.3"].map((network, index) =>
    addSubnet(ec2, shop.vpcId, network, `${network}.0/24`, index === 1 ? "b" : "a"),
  );
  const caches = [
    addSubnet(ec2, shop.vpcId, "a", "10.20.16.0/20", "a"),
    addSubnet(ec2, shop.vpcId, "b", "10.20.32.0/20", "b"),
  ];
  addShopApplications(ec2, [...machines, ...caches]);
  addRouteTable(ec2, shop.vpcId, "main", {});
  const back = [...peeredApplications(ec2), ...transitApplications(ec2, caches)];
  addRouteTable(ec2, shop.vpcId, "caches", {
    subnets: caches,
    routes: [to(partner.cidrIpv4, peering.id), ...back],
  });
}

const to = (destination: string, target: string, state?: Route["state"]): Route => ({
  destination,
  target,
  ...(state === undefined ? {} : { state }),
});

/** Applications in VPCs that are peered with the shop's. Gives the routes back to them, where there are some. */
function peeredApplications(ec2: Ec2State): readonly Route[] {
  const checkout = alone(ec2, "checkout", "10.40");
  const checkoutPeering = peerWithShop(ec2, checkout);
  addRouteTable(ec2, checkout.vpc.vpcId, "main", { routes: [to(shop.cidrIpv4, checkoutPeering.id)] });

  const search = alone(ec2, "search", "10.41");
  const searchPeering = peerWithShop(ec2, search);
  addRouteTable(ec2, search.vpc.vpcId, "main", {});

  const loyalty = alone(ec2, "loyalty", "10.42");
  const loyaltyPeering = peerWithShop(ec2, loyalty, "deleted");
  addRouteTable(ec2, loyalty.vpc.vpcId, "main", {
    routes: [to(shop.cidrIpv4, loyaltyPeering.id, "blackhole")],
  });

  const invoices = alone(ec2, "invoices", "10.45", "lambda");
  const invoicesPeering = peerWithShop(ec2, invoices);
  ec2.paths.withoutDns.add(invoices.vpc.vpcId);
  addRouteTable(ec2, invoices.vpc.vpcId, "main", { routes: [to(shop.cidrIpv4, invoicesPeering.id)] });
  return [
    to(search.vpc.cidrIpv4, searchPeering.id),
    to(loyalty.vpc.cidrIpv4, loyaltyPeering.id, "blackhole"),
    to(invoices.vpc.cidrIpv4, invoicesPeering.id),
  ];
}

function alone(ec2: Ec2State, name: string, network: string, is?: "lambda"): OtherVpc {
  const other = addVpc(ec2, name, network, ["a"]);
  const [subnet] = other.subnets;
  if (subnet) {
    const { groupId } = other;
    const where = { name, subnet, groupId, address: `${network}.1.10` };
    addApplication(ec2, is === undefined ? where : { ...where, is });
  }
  return other;
}

/** Applications behind a transit gateway. The attachment of the warehouse has a subnet in one of its two zones. */
function transitApplications(ec2: Ec2State, caches: readonly Subnet[]): readonly Route[] {
  const { paths } = ec2;
  const hub = fixedId("tgw", shop.ownerId, "hub");
  paths.transitGateways.push({ id: hub, ownerId: shop.ownerId, securityGroupReferencing: true });
  const [shared, isolated] = ["shared", "isolated"].map((name) => fixedId("tgw-rtb", hub, name));
  const attach = (vpcId: string, subnets: readonly Subnet[], tableId = "") => {
    const id = fixedId("tgw-attach", hub, vpcId);
    paths.attachments.push({ id, gatewayId: hub, vpcId, subnetIds: subnets.map((each) => each.id), tableId });
    return id;
  };
  const warehouse = addVpc(ec2, "warehouse", "10.43", ["a", "b"]);
  const billing = addVpc(ec2, "billing", "10.44", ["a"]);
  for (const [name, other, zone] of [
    ["delivery", warehouse, 0],
    ["warehouse", warehouse, 1],
    ["billing", billing, 0],
  ] as const) {
    const subnet = other.subnets[zone];
    if (subnet) {
      const address = subnet.cidrIpv4.replace(/0\/24$/, "10");
      addApplication(ec2, { name, subnet, groupId: other.groupId, address });
    }
  }
  for (const { vpc } of [warehouse, billing]) {
    addRouteTable(ec2, vpc.vpcId, "main", { routes: [to(shop.cidrIpv4, hub)] });
  }
  const shopAttachment = attach(shop.vpcId, caches, shared);
  const warehouseAttachment = attach(warehouse.vpc.vpcId, warehouse.subnets.slice(0, 1), shared);
  const billingAttachment = attach(billing.vpc.vpcId, billing.subnets, isolated);
  const propagated = (destination: string, attachmentId: string) =>
    ({ tableId: shared ?? "", destination, type: "propagated", attachmentId }) as const;
  paths.gatewayRoutes.push(
    propagated(shop.cidrIpv4, shopAttachment),
    propagated(warehouse.vpc.cidrIpv4, warehouseAttachment),
    propagated(billing.vpc.cidrIpv4, billingAttachment),
    { tableId: isolated ?? "", destination: shop.cidrIpv4, type: "static" },
  );
  return [to(warehouse.vpc.cidrIpv4, hub), to(billing.vpc.cidrIpv4, hub)];
}

/** The partner's side of the peering connection: its batch jobs reach what lets in their block. */
export function partnerNetwork(ec2: Ec2State): void {
  const subnet = addSubnet(ec2, partner.vpcId, "10.30.1", "10.30.1.0/24", "a");
  addAcl(ec2, partner.vpcId, "default", [subnet]);
  addRouteTable(ec2, partner.vpcId, "main", { routes: [to(shop.cidrIpv4, peering.id)] });
}
