import { XmlList, type XmlObject } from "../../xml";
import { describing } from "../describing";
import { fixedId } from "../ids";
import { tagsXml } from "../tags";
import type { AclEntry, NetworkAcl } from "./model";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkAcls.html */
export const describeNetworkAcls = describing<NetworkAcl>({
  set: "networkAclSet",
  ids: { param: "NetworkAclId", missing: "InvalidNetworkAclID.NotFound" },
  all: ({ state }) => state.ec2.paths.acls,
  idOf: ({ id }) => id,
  filters: {
    fields: {
      "association.subnet-id": ({ subnetIds }) => subnetIds,
      default: ({ isDefault }) => [String(isDefault)],
      "network-acl-id": ({ id }) => [id],
      "vpc-id": ({ vpcId }) => [vpcId],
    },
    tags: ({ tags }) => tags,
  },
  limits: [5, 1000],
  xml: ({ id, vpcId, isDefault, subnetIds, entries, tags }, { account }) => ({
    networkAclId: id,
    vpcId,
    default: isDefault,
    ownerId: account.accountId,
    entrySet: new XmlList("item", [...entries.map(entryXml), lastXml(true), lastXml(false)]),
    associationSet: new XmlList(
      "item",
      subnetIds.map((subnetId) => ({
        networkAclAssociationId: fixedId("aclassoc", id, subnetId),
        networkAclId: id,
        subnetId,
      })),
    ),
    tagSet: tagsXml(tags),
  }),
});

function entryXml({ number, egress, action, cidr, ports }: AclEntry): XmlObject {
  return {
    ruleNumber: number,
    protocol: ports === undefined ? "-1" : "6",
    ruleAction: action,
    egress,
    [cidr.includes(":") ? "ipv6CidrBlock" : "cidrBlock"]: cidr,
    portRange: ports === undefined ? undefined : { from: ports[0], to: ports[1] },
  };
}

/** The entry that the console shows as `*`. */
function lastXml(egress: boolean): XmlObject {
  return entryXml({ number: 32_767, egress, action: "deny", cidr: "0.0.0.0/0" });
}
