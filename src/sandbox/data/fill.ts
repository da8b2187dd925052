import { type Account, homeRegion } from "../accounts";
import type { RegionState, SandboxData } from "../world";
import { classicDemo } from "./classicDemo";
import { partnerDemo } from "./partnerDemo";
import { scaledGroups } from "./scaledGroups";

/** Puts into a region what the account begins with there. */
export function fill(state: RegionState, account: Account, region: string, data: SandboxData): void {
  const { cacheSecurityGroups, ec2 } = state;
  if (account.classic) {
    cacheSecurityGroups.add("default", "default");
    ec2.addClassicGroup("default", "default group");
  }
  ec2.addVpcGroup("default", "default VPC security group");
  if (region !== homeRegion || data === "empty") return;
  if (account.name === "sandbox-classic") {
    if (data === "demo") classicDemo(state);
    else scaledGroups(state, data.scale);
  }
  if (account.name === "sandbox-partner") partnerDemo(state);
}
