import { fixedId } from "../ec2/ids";
import type { Ec2State } from "../ec2/state";
import { addRouteTable, subnetId } from "./network";
import { shop } from "./peering";

/** More than anybody reads by hand: 3,000 interfaces and 200 route tables. */
const most = { interfaces: 3000, routeTables: 200 };

/** For each of the scaled groups six machines, and so on up to the most; tables that no subnet has. */
export function scaledNetwork(ec2: Ec2State, count: number): void {
  const groups = [...ec2.groups.values()].filter(({ name }) => name.startsWith("service-"));
  for (let number = 0; number < Math.min(most.interfaces, 6 * count); number++) {
    const group = groups[number % groups.length];
    ec2.interfaces.push({
      id: fixedId("eni", shop.vpcId, "scaled", String(number)),
      description: "",
      vpcId: shop.vpcId,
      subnetId: subnetId(shop.vpcId, "10.20.1"),
      groupIds: group ? [group.id] : [],
      privateIp: `10.20.${64 + Math.floor(number / 250)}.${1 + (number % 250)}`,
    });
  }
  for (let number = 0; number < Math.min(most.routeTables, count); number++) {
    const { id, ...table } = addRouteTable(ec2, shop.vpcId, `scaled-${number}`, {});
    ec2.paths.routeTables.splice(-1, 1, { ...table, id, isMain: false });
  }
}
