import { joined } from "../../core/joined";
import type { WaySource } from "../../core/reach/waySource";
import { pathRequests } from "../../core/requests/paths";
import type { Target } from "../../core/target";
import { note } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry } from "../../ui/ui";
import type { Services } from "../command";
import { groupEntry, showLiveGroups } from "../vpc/liveGroups";
import { wayAccess } from "./explainWay";

const title = "Explain Reachability";

/** Asks for a group and a subnet of its VPC: where something is to be that is not there yet. */
export async function askGroupAndSubnet(
  target: Target,
  given: unknown,
  services: Services,
): Promise<WaySource | undefined> {
  const groupId = typeof given === "string" ? given : await askGroup(target, services);
  if (groupId === undefined) {
    return undefined;
  }
  const answer = await services.ui.pick<string>({
    at: { title },
    placeholder: `The subnet in which something is to have ${groupId}`,
    items: [],
    later: subnetEntries(target, groupId, services),
  });
  return answer.kind === "answer" ? { is: "group", groupId, subnetId: answer.value } : undefined;
}

async function askGroup(target: Target, services: Services): Promise<string | undefined> {
  const answer = await services.ui.pick<string>({
    at: { title },
    placeholder: "The security group: search by name, ID or tag",
    items: [],
    grow: (show) =>
      showLiveGroups(
        services,
        target,
        (groups) => groups.filter(({ vpcId }) => vpcId).map((group) => groupEntry(group, group.id)),
        show,
      ),
  });
  return answer.kind === "answer" ? answer.value : undefined;
}

async function subnetEntries(
  target: Target,
  groupId: string,
  services: Services,
): Promise<readonly PickEntry<string>[]> {
  const { aws, reads } = await wayAccess(target, services);
  const groups = await aws.readPath(
    target,
    reads.SecurityGroups,
    pathRequests.filtered("SecurityGroups", { "group-id": [groupId] }),
  );
  const vpcId = groups.ok ? groups.value[0]?.VpcId : undefined;
  const subnets = await aws.readPath(
    target,
    reads.Subnets,
    pathRequests.filtered("Subnets", vpcId === undefined ? {} : { "vpc-id": [vpcId] }),
  );
  if (!subnets.ok) {
    return [note("warning", subnets.failure.message)];
  }
  return subnets.value.flatMap(({ SubnetId: id, CidrBlock = "", AvailabilityZone = "" }) =>
    id === undefined
      ? []
      : {
          key: entryKey("subnet", id),
          label: id,
          description: joined(CidrBlock, AvailabilityZone),
          icon: "symbol-namespace",
          value: id,
        },
  );
}
