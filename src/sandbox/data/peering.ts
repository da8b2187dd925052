import { homeRegion } from "../accounts";
import { fixedId } from "../ec2/ids";
import type { PeeredVpc, Vpc, VpcPeering } from "../ec2/network";
import { vpcGroupId, vpcId } from "../ec2/state";

/** The VPC of the shop, account 111122223333, in which the caches are. */
export const shop: PeeredVpc = {
  ownerId: "111122223333",
  vpcId: vpcId("111122223333", homeRegion, "shop"),
  region: homeRegion,
  cidrIpv4: "10.20.0.0/16",
};

/** The VPC of the partner, account 565419523791. */
export const partner: PeeredVpc = {
  ownerId: "565419523791",
  vpcId: vpcId("565419523791", homeRegion, "partner"),
  region: homeRegion,
  cidrIpv4: "10.30.0.0/16",
};

/** How the partner's machines reach the shop's caches. Both accounts see it. */
export const peering: VpcPeering = {
  id: fixedId("pcx", shop.vpcId, partner.vpcId),
  requester: partner,
  accepter: shop,
  status: "active",
};

/** The partner's group that a rule of the shop lets in. */
export const partnerBatchJobs = vpcGroupId(partner.ownerId, homeRegion, partner.vpcId, "batch-jobs");

/** A group that the partner has deleted since: the rule that names it is stale. */
export const partnerDeletedGroup = vpcGroupId(partner.ownerId, homeRegion, partner.vpcId, "old-importer");

/** IPv6 addresses that are set aside for documentation. */
export const shopIpv6 = "2001:db8:20::/56";

export function vpcOf({ vpcId: id, ownerId, cidrIpv4 }: PeeredVpc, name: string, cidrIpv6?: string): Vpc {
  return {
    id,
    ownerId,
    cidrIpv4,
    isDefault: false,
    tags: new Map([["Name", name]]),
    ...(cidrIpv6 === undefined ? {} : { cidrIpv6 }),
  };
}
