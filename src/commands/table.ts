import { chooseProfiles } from "./chooseProfiles";
import { chooseRegions } from "./chooseRegions";
import type { Command } from "./command";
import { copyDetails } from "./copyDetails";
import { find } from "./find";
import { findRegions } from "./findRegions";
import { hideProfile, hideRegion } from "./hide";
import { showHistory } from "./history/showHistory";
import { later } from "./later";
import { openAccessMap } from "./openAccessMap";
import { openConfigFile, openCredentialsFile } from "./openAwsFile";
import { openInConsole } from "./openInConsole";
import { showAllCaches, showOpenOnly } from "./openOnly";
import { turnReadOnlyOff, turnReadOnlyOn } from "./readOnlyMode";
import { refresh, refreshAll } from "./refresh";
import { reopen } from "./reopen";
import { startSandbox, stopSandbox } from "./sandboxCommands";
import { copySelected, removeSelected } from "./selectedRows";
import { showCaches } from "./showCaches";
import { showFailure } from "./showFailure";
import { showLog } from "./showLog";
import { signIn } from "./signIn";

/** What changes something at AWS: of one thing, or of the several that are selected. */
const change = { changes: true } as const;
const changes = { changes: true, several: "sameKind" } as const;

/** What is loaded with the first of them; `src/commands/*ing.ts` each have what is needed for them alone. */
const changing = later(
  () => import("./changing"),
  [
    { id: "authorizeIngress", ...change },
    { id: "authorizeMany", ...changes },
    { id: "revokeIngress", ...changes },
    { id: "createCacheSecurityGroup", ...change },
    { id: "deleteCacheSecurityGroup", ...changes },
    { id: "authorizeVpcIngress", ...changes },
    { id: "revokeVpcIngress", ...changes },
    { id: "attachSecurityGroup", ...change },
    { id: "detachSecurityGroup", ...change },
    { id: "planVpcRules", ...change },
    { id: "setExpiry", ...change },
    { id: "showExpiring" },
    { id: "undoLastChange" },
    { id: "finishChanges" },
    { id: "undoRecorded" },
    { id: "showRecorded" },
    { id: "copyRecorded" },
  ],
);
const reaching = later(
  () => import("./reaching"),
  [
    { id: "whatCanThisReach" },
    { id: "explainReachability" },
    { id: "whoCanConnect" },
    { id: "connect" },
    { id: "testConnection" },
    { id: "compareAccess" },
    { id: "keepMoment" },
  ],
);
const copying = later(
  () => import("./copying"),
  [
    { id: "copyAsCli", several: "sameKind" },
    { id: "copyAs" },
    { id: "copyArn", several: "sameKind" },
    { id: "copyName", several: "anyKind" },
    { id: "copyEndpoint", several: "sameKind" },
    { id: "copyClientCommand", several: "sameKind" },
    { id: "copyExpiryRole" },
    { id: "exportHistory" },
  ],
);

/** Every command of the extension. The manifest is checked against it by a test. */
export const commands: readonly Command[] = [
  ...changing,
  ...reaching,
  ...copying,
  openAccessMap,
  refresh,
  refreshAll,
  chooseProfiles,
  chooseRegions,
  findRegions,
  find,
  startSandbox,
  stopSandbox,
  turnReadOnlyOn,
  turnReadOnlyOff,
  showHistory,
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
