import type { Operation } from "../../service";
import { XmlList, type XmlObject } from "../../xml";
import { describing } from "../describing";
import { tagsXml } from "../tags";
import type { Instance } from "./model";

const codes = { running: 16, stopped: 80 } as const;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html Each is in a reservation of its own. */
export const describeInstances: Operation = describing<Instance>({
  set: "reservationSet",
  ids: { param: "InstanceId", missing: "InvalidInstanceID.NotFound" },
  all: ({ state }) => state.ec2.paths.instances,
  idOf: ({ id }) => id,
  filters: {
    fields: {
      "instance-id": ({ id }) => [id],
      "instance-state-name": ({ state }) => [state],
      "instance.group-id": ({ groupIds }) => groupIds,
      "private-ip-address": ({ privateIp }) => [privateIp],
      "subnet-id": ({ subnetId }) => [subnetId],
      "vpc-id": ({ vpcId }) => [vpcId],
    },
    tags: ({ tags }) => tags,
  },
  limits: [5, 1000],
  xml: (instance, { account }) => ({
    reservationId: instance.id.replace("i-", "r-"),
    ownerId: account.accountId,
    instancesSet: new XmlList("item", [instanceXml(instance)]),
  }),
});

function instanceXml({ id, state, vpcId, subnetId, privateIp, groupIds, tags }: Instance): XmlObject {
  return {
    instanceId: id,
    instanceState: { code: codes[state], name: state },
    instanceType: "t4g.small",
    vpcId,
    subnetId,
    privateIpAddress: privateIp,
    groupSet: new XmlList(
      "item",
      groupIds.map((groupId) => ({ groupId })),
    ),
    tagSet: tagsXml(tags),
  };
}
