import { fixedId } from "../ec2/ids";
import type { SecurityGroup } from "../ec2/securityGroup";
import type { Ec2State } from "../ec2/state";
import { named, subnetId } from "./network";

/** Machines that have a security group: each has a network interface that counts for the group. */
export function addInstances(
  ec2: Ec2State,
  vpcId: string,
  { id: groupId, name }: SecurityGroup,
  count: number,
  subnet: string,
): void {
  for (let number = 0; number < count; number++) {
    const id = fixedId("i", groupId, String(number));
    const where = { vpcId, subnetId: subnetId(vpcId, subnet), privateIp: `${subnet}.${10 + number}` };
    const tags = named(`${name}-${number + 1}`);
    ec2.interfaces.push({
      ...where,
      id: fixedId("eni", groupId, String(number)),
      description: "",
      groupIds: [groupId],
      instanceId: id,
    });
    ec2.paths.instances.push({ ...where, id, state: "running", groupIds: [groupId], tags });
  }
}
