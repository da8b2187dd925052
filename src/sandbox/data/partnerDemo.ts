import type { RegionState } from "../regionState";
import { addDefaultGroup } from "./baseline";
import { addInstances } from "./instances";
import { partner, peering, vpcOf } from "./peering";
import { partnerNetwork } from "./shopNetwork";

/** The other account of the API reference's sample: it owns EC2 groups that others let in. */
export function partnerDemo({ cacheSecurityGroups: groups, ec2 }: RegionState): void {
  const feed = groups.add("feed", "Product feed for partners");
  groups.grant(feed, "default", "123456781234");
  ec2.addClassicGroup("batch", "Nightly batch jobs");

  ec2.vpcs.set(partner.vpcId, vpcOf(partner, "partner"));
  ec2.peerings.push(peering);
  addDefaultGroup(ec2, partner.vpcId);
  const batchJobs = ec2.addVpcGroup("batch-jobs", "Nightly batch jobs", partner.vpcId);
  addInstances(ec2, partner.vpcId, batchJobs, 2, "10.30.1");
  partnerNetwork(ec2);
}
