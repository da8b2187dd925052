import { fixedId } from "../ec2/ids";
import type { AclEntry, NetworkAcl, Route, RouteTable, Subnet } from "../ec2/paths/model";
import type { Ec2State } from "../ec2/state";

const everywhere = "0.0.0.0/0";

/** What an ACL does unless somebody edits it. */
export const allowAll: readonly AclEntry[] = [true, false].map((egress) => ({
  number: 100,
  egress,
  action: "allow",
  cidr: everywhere,
}));

/** The id of a VPC's subnet of some name. */
export function subnetId(vpcId: string, name: string): string {
  return fixedId("subnet", vpcId, name);
}

export function addSubnet(
  { paths }: Ec2State,
  vpcId: string,
  name: string,
  cidrIpv4: string,
  zone: string,
): Subnet {
  const subnet = { id: subnetId(vpcId, name), vpcId, cidrIpv4, zone, tags: named(name) };
  paths.subnets.push(subnet);
  return subnet;
}

/** A route table with the VPC's local route before the others. The main one is that of subnets without their own. */
export function addRouteTable(
  { paths, vpcs }: Ec2State,
  vpcId: string,
  name: string,
  { subnets = [], routes = [] }: { readonly subnets?: readonly Subnet[]; readonly routes?: readonly Route[] },
): RouteTable {
  const local: Route = { destination: vpcs.get(vpcId)?.cidrIpv4 ?? "", target: "local" };
  const table = {
    id: fixedId("rtb", vpcId, name),
    vpcId,
    isMain: subnets.length === 0,
    subnetIds: subnets.map(({ id }) => id),
    routes: [local, ...routes],
    tags: named(name),
  };
  paths.routeTables.push(table);
  return table;
}

export function addAcl(
  { paths }: Ec2State,
  vpcId: string,
  name: string,
  subnets: readonly Subnet[],
  entries: readonly AclEntry[] = allowAll,
): NetworkAcl {
  const acl = {
    id: fixedId("acl", vpcId, name),
    vpcId,
    isDefault: name === "default",
    subnetIds: subnets.map(({ id }) => id),
    entries,
    tags: named(name),
  };
  paths.acls.push(acl);
  return acl;
}

export function named(name: string): ReadonlyMap<string, string> {
  return new Map([["Name", name]]);
}
