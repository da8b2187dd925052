import type { RegionState } from "../world";

const self = "123456781234";
const partner = "565419523791";

/** The account of the API reference's sample: a group without grants to try things on, and some in use. */
export function classicDemo({ cacheSecurityGroups: groups, ec2 }: RegionState): void {
  groups.add("mygroup", "My security group");

  const sessions = groups.add("sessions", "Session store of the web shop");
  groups.grant(sessions, "web-servers", self);
  groups.grant(sessions, "checkout", self);
  groups.grant(sessions, "default", partner);
  sessions.clusters.add("sessions-001");

  const rateLimit = groups.add("rate-limit", "Counters of the public API");
  groups.grant(rateLimit, "api-gateway", self);

  ec2.addClassicGroup("web-servers", "Web servers of the shop");
  ec2.addClassicGroup("checkout", "Checkout workers");
  ec2.addClassicGroup("api-gateway", "Public API");
  ec2.addVpcGroup("reporting", "Nightly reports");
}
