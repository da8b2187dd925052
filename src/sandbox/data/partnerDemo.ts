import type { RegionState } from "../world";

/** The other account of the API reference's sample: it owns EC2 groups that others let in. */
export function partnerDemo({ cacheSecurityGroups: groups, ec2 }: RegionState): void {
  const feed = groups.add("feed", "Product feed for partners");
  groups.grant(feed, "default", "123456781234");
  ec2.addClassicGroup("batch", "Nightly batch jobs");
}
