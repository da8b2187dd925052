import { XmlList } from "../../xml";
import { describing } from "../describing";
import { tagsXml } from "../tags";
import type { Subnet } from "./model";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html */
export const describeSubnets = describing<Subnet>({
  set: "subnetSet",
  ids: { param: "SubnetId", missing: "InvalidSubnetID.NotFound" },
  all: ({ state }) => state.ec2.paths.subnets,
  idOf: ({ id }) => id,
  filters: {
    fields: {
      "cidr-block": ({ cidrIpv4 }) => [cidrIpv4],
      "subnet-id": ({ id }) => [id],
      "vpc-id": ({ vpcId }) => [vpcId],
    },
    tags: ({ tags }) => tags,
  },
  limits: [5, 1000],
  xml: ({ id, vpcId, cidrIpv4, cidrIpv6, zone, tags }, { account, region }) => ({
    subnetId: id,
    state: "available",
    vpcId,
    cidrBlock: cidrIpv4,
    ipv6CidrBlockAssociationSet: new XmlList(
      "item",
      cidrIpv6 === undefined
        ? []
        : [{ ipv6CidrBlock: cidrIpv6, ipv6CidrBlockState: { state: "associated" } }],
    ),
    availabilityZone: `${region}${zone}`,
    availabilityZoneId: zoneId(region, zone),
    ownerId: account.accountId,
    tagSet: tagsXml(tags),
  }),
});

/** `usw2-az1`: the same in every account, which the zone's letter is not on AWS. */
export function zoneId(region: string, zone: string): string {
  const [area = "", direction = "", number = ""] = region.split("-").slice(-3);
  return `${area}${direction.charAt(0)}${number}-az${zone.charCodeAt(0) - 96}`;
}
