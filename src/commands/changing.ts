import { agentServices } from "./agentServices";
import { attachSecurityGroup, detachSecurityGroup } from "./attachSecurityGroup";
import { authorizeIngress } from "./authorizeIngress";
import { authorizeMany } from "./authorizeMany";
import { authorizeVpcIngress } from "./authorizeVpcIngress";
import type { Command } from "./command";
import { createCacheSecurityGroup } from "./createCacheSecurityGroup";
import { deleteCacheSecurityGroup } from "./deleteCacheSecurityGroup";
import { finishChanges } from "./finishChanges";
import { copyRecorded, showRecorded, undoRecorded } from "./history/recorded";
import { planVpcRules } from "./planVpcRules";
import { revokeIngress } from "./revokeIngress";
import { revokeVpcIngress } from "./revokeVpcIngress";
import { setExpiry } from "./setExpiry";
import { showExpiring } from "./showExpiring";
import { undoLastChange } from "./undoLastChange";

/** What else works with them, without anybody who calls a command. */
export { sweepTarget } from "../expiry/sweepTarget";
export { agentServices };

/** What changes something at AWS, or takes a change back: with the driver and every change. */
export const commands: readonly Command[] = [
  authorizeIngress,
  authorizeMany,
  revokeIngress,
  createCacheSecurityGroup,
  deleteCacheSecurityGroup,
  authorizeVpcIngress,
  revokeVpcIngress,
  attachSecurityGroup,
  detachSecurityGroup,
  planVpcRules,
  setExpiry,
  showExpiring,
  undoLastChange,
  finishChanges,
  undoRecorded,
  showRecorded,
  copyRecorded,
];
