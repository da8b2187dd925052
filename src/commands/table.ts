import { attachSecurityGroup, detachSecurityGroup } from "./attachSecurityGroup";
import { authorizeIngress } from "./authorizeIngress";
import { authorizeMany } from "./authorizeMany";
import { authorizeVpcIngress } from "./authorizeVpcIngress";
import { chooseProfiles } from "./chooseProfiles";
import { chooseRegions } from "./chooseRegions";
import type { Command } from "./command";
import { compareAccess } from "./compareAccess";
import { connect } from "./connect";
import { copyArn } from "./copyArn";
import { copyAs } from "./copyAs";
import { copyAsCli } from "./copyAsCli";
import { copyDetails } from "./copyDetails";
import { copyClientCommand, copyEndpoint } from "./copyEndpoint";
import { copyExpiryRole } from "./copyExpiryRole";
import { copyName } from "./copyName";
import { createCacheSecurityGroup } from "./createCacheSecurityGroup";
import { deleteCacheSecurityGroup } from "./deleteCacheSecurityGroup";
import { explainReachability } from "./explainReachability";
import { find } from "./find";
import { findRegions } from "./findRegions";
import { finishChanges } from "./finishChanges";
import { hideProfile, hideRegion } from "./hide";
import { exportHistory } from "./history/exportHistory";
import { copyRecorded, showRecorded, undoRecorded } from "./history/recorded";
import { showHistory } from "./history/showHistory";
import { keepMoment } from "./keepMoment";
import { openAccessMap } from "./openAccessMap";
import { openConfigFile, openCredentialsFile } from "./openAwsFile";
import { openInConsole } from "./openInConsole";
import { showAllCaches, showOpenOnly } from "./openOnly";
import { planVpcRules } from "./planVpcRules";
import { turnReadOnlyOff, turnReadOnlyOn } from "./readOnlyMode";
import { refresh, refreshAll } from "./refresh";
import { reopen } from "./reopen";
import { revokeIngress } from "./revokeIngress";
import { revokeVpcIngress } from "./revokeVpcIngress";
import { startSandbox, stopSandbox } from "./sandboxCommands";
import { copySelected, removeSelected } from "./selectedRows";
import { setExpiry } from "./setExpiry";
import { showCaches } from "./showCaches";
import { showExpiring } from "./showExpiring";
import { showFailure } from "./showFailure";
import { showLog } from "./showLog";
import { signIn } from "./signIn";
import { testConnection } from "./testConnection";
import { undoLastChange } from "./undoLastChange";
import { whatCanThisReach } from "./whatCanThisReach";
import { whoCanConnect } from "./whoCanConnect";

/** Every command of the extension. The manifest is checked against it by a test. */
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
  copyExpiryRole,
  undoLastChange,
  openAccessMap,
  whatCanThisReach,
  explainReachability,
  whoCanConnect,
  connect,
  testConnection,
  compareAccess,
  keepMoment,
  refresh,
  refreshAll,
  chooseProfiles,
  chooseRegions,
  findRegions,
  find,
  copyAsCli,
  copyAs,
  copyArn,
  copyName,
  copyEndpoint,
  copyClientCommand,
  startSandbox,
  stopSandbox,
  turnReadOnlyOn,
  turnReadOnlyOff,
  showHistory,
  exportHistory,
  finishChanges,
  undoRecorded,
  showRecorded,
  copyRecorded,
  showCaches,
  showLog,
  showFailure,
  signIn,
  copyDetails,
  openConfigFile,
  openCredentialsFile,
  hideProfile,
  hideRegion,
  showOpenOnly,
  showAllCaches,
  reopen,
  removeSelected,
  copySelected,
  openInConsole,
];
