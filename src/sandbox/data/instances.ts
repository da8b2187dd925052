import { fixedId } from "../ec2/ids";
import type { Ec2State } from "../ec2/state";

/** Machines that have a security group: each has a network interface that counts for the group. */
export function addInstances(
  ec2: Ec2State,
  vpcId: string,
  groupId: string,
  count: number,
  subnet: string,
): void {
  for (let number = 0; number < count; number++) {
    ec2.interfaces.push({
      id: fixedId("eni", groupId, String(number)),
      description: "",
      vpcId,
      subnetId: fixedId("subnet", vpcId, subnet),
      groupIds: [groupId],
      privateIp: `${subnet}.${10 + number}`,
      instanceId: fixedId("i", groupId, String(number)),
    });
  }
}
