import { ApiError } from "../apiError";
import type { Operation } from "../service";
import { XmlList, type XmlObject } from "../xml";
import { type FilterFields, readFilters } from "./filters";
import type { PeeredVpc, VpcPeering } from "./network";
import { page } from "./paging";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcPeeringConnections.html */
export const describeVpcPeeringConnections: Operation = ({ params, state }) => {
  const { peerings } = state.ec2;
  const ids = params.list("VpcPeeringConnectionId");
  for (const id of ids) {
    if (peerings.some((peering) => peering.id === id)) {
      continue;
    }
    throw new ApiError(
      "InvalidVpcPeeringConnectionID.NotFound",
      `The vpcPeeringConnection ID '${id}' does not exist`,
    );
  }
  const chosen = peerings
    .filter((peering) => ids.length === 0 || ids.includes(peering.id))
    .filter(readFilters(params, filterFields));
  const { items, nextToken } = page(chosen, (peering) => peering.id, params, [5, 1000]);
  return { vpcPeeringConnectionSet: new XmlList("item", items.map(peeringXml)), nextToken };
};

const filterFields: FilterFields<VpcPeering> = {
  fields: {
    "accepter-vpc-info.owner-id": ({ accepter }) => [accepter.ownerId],
    "accepter-vpc-info.vpc-id": ({ accepter }) => [accepter.vpcId],
    "requester-vpc-info.owner-id": ({ requester }) => [requester.ownerId],
    "requester-vpc-info.vpc-id": ({ requester }) => [requester.vpcId],
    "status-code": ({ status }) => [status],
    "vpc-peering-connection-id": ({ id }) => [id],
  },
};

function peeringXml({ id, requester, accepter, status }: VpcPeering): XmlObject {
  return {
    vpcPeeringConnectionId: id,
    requesterVpcInfo: sideXml(requester),
    accepterVpcInfo: sideXml(accepter),
    status: { code: status, message: status === "active" ? "Active" : "Deleted" },
  };
}

function sideXml({ ownerId, vpcId, region, cidrIpv4 }: PeeredVpc): XmlObject {
  return {
    ownerId,
    vpcId,
    region,
    cidrBlock: cidrIpv4,
    cidrBlockSet: new XmlList("item", [{ cidrBlock: cidrIpv4 }]),
  };
}
