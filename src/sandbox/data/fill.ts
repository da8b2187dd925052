import { type Account, homeRegion } from "../accounts";
import type { RegionState } from "../regionState";
import { baseline } from "./baseline";
import { classicDemo } from "./classicDemo";
import { ledgerCopy, ledgerCopyRegion } from "./ledger";
import { partnerDemo } from "./partnerDemo";
import type { SandboxData } from "./sandboxData";
import { scaledGroups } from "./scaledGroups";
import { scaledNetwork } from "./scaledNetwork";
import { scaledSecurityGroups } from "./scaledSecurityGroups";
import { vpcDemo } from "./vpcDemo";

/** Puts into a region what the account begins with there. */
export function fill(state: RegionState, account: Account, region: string, data: SandboxData): void {
  baseline(state, account);
  if (data === "empty") {
    return;
  }
  if (account.name === "sandbox-vpc" && region === ledgerCopyRegion) {
    ledgerCopy(state);
  }
  if (region !== homeRegion) {
    return;
  }
  switch (account.name) {
    case "sandbox-classic":
      if (data === "demo") {
        classicDemo(state);
      } else {
        scaledGroups(state, data.scale, data.grants);
      }
      break;
    case "sandbox-partner":
      partnerDemo(state);
      break;
    case "sandbox-vpc":
      vpcDemo(state);
      if (data !== "demo") {
        scaledSecurityGroups(state.ec2, data.scale);
        scaledNetwork(state.ec2, data.scale);
      }
      break;
  }
}
