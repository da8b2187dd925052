import { ApiError } from "../apiError";
import type { Operation } from "../service";
import { XmlList } from "../xml";
import { type FilterFields, readFilters } from "./filters";
import type { Vpc } from "./network";
import { page } from "./paging";
import { tagsXml } from "./tags";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html */
export const describeVpcs: Operation = ({ params, state }) => {
  const ids = params.list("VpcId");
  for (const id of ids) {
    if (state.ec2.vpcs.has(id)) {
      continue;
    }
    throw new ApiError("InvalidVpcID.NotFound", `The vpc ID '${id}' does not exist`);
  }
  const chosen = [...state.ec2.vpcs.values()]
    .filter((vpc) => ids.length === 0 || ids.includes(vpc.id))
    .filter(readFilters(params, filterFields));
  const { items, nextToken } = page(chosen, (vpc) => vpc.id, params, [5, 1000]);
  return {
    vpcSet: new XmlList(
      "item",
      items.map((vpc) => ({
        vpcId: vpc.id,
        ownerId: vpc.ownerId,
        state: "available",
        cidrBlock: vpc.cidrIpv4,
        isDefault: vpc.isDefault,
        instanceTenancy: "default",
        cidrBlockAssociationSet: new XmlList("item", [
          { cidrBlock: vpc.cidrIpv4, cidrBlockState: { state: "associated" } },
        ]),
        ipv6CidrBlockAssociationSet: new XmlList(
          "item",
          vpc.cidrIpv6 === undefined
            ? []
            : [{ ipv6CidrBlock: vpc.cidrIpv6, ipv6CidrBlockState: { state: "associated" } }],
        ),
        tagSet: tagsXml(vpc.tags),
      })),
    ),
    nextToken,
  };
};

const filterFields: FilterFields<Vpc> = {
  fields: {
    cidr: (vpc) => [vpc.cidrIpv4],
    "is-default": (vpc) => [String(vpc.isDefault)],
    "owner-id": (vpc) => [vpc.ownerId],
    state: () => ["available"],
    "vpc-id": (vpc) => [vpc.id],
  },
  tags: (vpc) => vpc.tags,
};
