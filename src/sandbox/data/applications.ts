import { homeRegion } from "../accounts";
import { fixedId } from "../ec2/ids";
import type { NetworkInterface, PeeredVpc, VpcPeering } from "../ec2/network";
import type { AclEntry, Subnet } from "../ec2/paths/model";
import { type Ec2State, vpcId } from "../ec2/state";
import { addDefaultGroup } from "./baseline";
import { addAcl, addSubnet, named } from "./network";
import { shop, vpcOf } from "./peering";
import { cidr, tcp } from "./ruleWords";

/** An application that a network of its own keeps from the shop's caches, or a group of its own in the shop's. */
interface Application {
  readonly name: string;
  readonly subnet: Subnet;
  readonly groupId: string;
  readonly address: string;
  readonly is?: "instance" | "stopped" | "lambda" | "task";
}

/** Adds a machine, a function or a task, with the one network interface that it sends by. */
export function addApplication(ec2: Ec2State, application: Application): NetworkInterface {
  const { name, subnet, groupId, address, is = "instance" } = application;
  const isInstance = is === "instance" || is === "stopped";
  const instanceId = fixedId("i", subnet.vpcId, name);
  const own = {
    id: fixedId("eni", subnet.vpcId, name),
    description: descriptionOf(application),
    vpcId: subnet.vpcId,
    subnetId: subnet.id,
    groupIds: [groupId],
    privateIp: address,
    tags: named(name),
  };
  if (isInstance) {
    const { vpcId, id: subnetId } = subnet;
    ec2.paths.instances.push({
      ...{ id: instanceId, vpcId, subnetId, privateIp: address, groupIds: [groupId], tags: named(name) },
      state: is === "stopped" ? "stopped" : "running",
    });
  }
  const whole = isInstance
    ? { ...own, instanceId }
    : { ...own, requesterId: is, ...(is === "lambda" ? { type: "lambda" } : {}) };
  ec2.interfaces.push(whole);
  return whole;
}

function descriptionOf({ name, is, subnet }: Application): string {
  switch (is) {
    case "lambda":
      return `AWS Lambda VPC ENI-${name}-${subnet.id.slice(-8)}`;
    case "task":
      return `arn:aws:ecs:${homeRegion}:${shop.ownerId}:attachment/${subnet.id.slice(-8)}-${name}`;
    default:
      return "";
  }
}

/** Applications inside the shop's VPC: what stops them is a group, or the network ACL of their subnet. */
export function addShopApplications(ec2: Ec2State, main: readonly Subnet[]): void {
  const inShop = (name: string, third: number) =>
    addSubnet(ec2, shop.vpcId, name, `10.20.${third}.0/24`, "a");
  const group = (name: string, description: string) => ec2.addVpcGroup(name, description, shop.vpcId).id;
  const apps = inShop("applications", 6);
  const ordersSubnet = inShop("orders", 7);
  const mobileSubnet = inShop("mobile", 8);

  const https = ec2.addVpcGroup(
    "payments",
    "Payments, which may call HTTPS only",
    shop.vpcId,
    undefined,
    () => [tcp(443, cidr("0.0.0.0/0"), "HTTPS")],
  );
  addApplication(ec2, { name: "payments", subnet: apps, groupId: https.id, address: "10.20.6.20" });
  const reports = group("reports", "Nightly reports, which no cache's group lets in");
  addApplication(ec2, { name: "reports", subnet: apps, groupId: reports, address: "10.20.6.30", is: "task" });
  const orders = group("orders", "Orders, behind a network ACL");
  addApplication(ec2, { name: "orders", subnet: ordersSubnet, groupId: orders, address: "10.20.7.10" });
  const mobile = group("mobile-api", "API of the apps, behind a network ACL");
  addApplication(ec2, { name: "mobile-api", subnet: mobileSubnet, groupId: mobile, address: "10.20.8.10" });

  addAcl(ec2, shop.vpcId, "default", [...main, apps]);
  addAcl(
    ec2,
    shop.vpcId,
    "orders",
    [ordersSubnet],
    [
      entry(90, true, "deny", shop.cidrIpv4, [6379, 6380]),
      entry(100, true, "allow", "0.0.0.0/0"),
      entry(100, false, "allow", "0.0.0.0/0"),
    ],
  );
  addAcl(
    ec2,
    shop.vpcId,
    "mobile",
    [mobileSubnet],
    [entry(100, true, "allow", "0.0.0.0/0"), entry(100, false, "allow", "0.0.0.0/0", [443, 443])],
  );
}

function entry(
  number: number,
  egress: boolean,
  action: AclEntry["action"],
  block: string,
  ports?: readonly [number, number],
): AclEntry {
  return { number, egress, action, cidr: block, ...(ports === undefined ? {} : { ports }) };
}

/** A VPC of the shop's account beside the shop's own. */
export interface OtherVpc {
  readonly vpc: PeeredVpc;
  readonly subnets: readonly Subnet[];
  readonly groupId: string;
}

/** A VPC with one subnet for each of the zones, a group, and the ACL that AWS makes with it. */
export function addVpc(ec2: Ec2State, name: string, network: string, zones: readonly string[]): OtherVpc {
  const vpc: PeeredVpc = {
    ownerId: shop.ownerId,
    vpcId: vpcId(shop.ownerId, homeRegion, name),
    region: homeRegion,
    cidrIpv4: `${network}.0.0/16`,
  };
  ec2.vpcs.set(vpc.vpcId, vpcOf(vpc, name));
  addDefaultGroup(ec2, vpc.vpcId);
  const subnets = zones.map((zone, index) =>
    addSubnet(ec2, vpc.vpcId, `${name}-${zone}`, `${network}.${index + 1}.0/24`, zone),
  );
  addAcl(ec2, vpc.vpcId, "default", subnets);
  return { vpc, subnets, groupId: ec2.addVpcGroup(name, `Machines of ${name}`, vpc.vpcId).id };
}

export function peerWithShop({ peerings }: Ec2State, { vpc }: OtherVpc, status = "active"): VpcPeering {
  const peering = { id: fixedId("pcx", shop.vpcId, vpc.vpcId), requester: vpc, accepter: shop, status };
  peerings.push(peering);
  return peering;
}
