/**
 * The ids of the commands, without the prefix `elasticacheAccess.`: what VS Code is told at start, before the
 * commands themselves are loaded. The type of `Command` holds the table to it, and a test holds the manifest.
 */
export const commandIds = [
  "authorizeIngress",
  "authorizeMany",
  "revokeIngress",
  "createCacheSecurityGroup",
  "deleteCacheSecurityGroup",
  "authorizeVpcIngress",
  "revokeVpcIngress",
  "attachSecurityGroup",
  "detachSecurityGroup",
  "planVpcRules",
  "whatCanThisReach",
  "refresh",
  "refreshAll",
  "chooseProfiles",
  "chooseRegions",
  "findRegions",
  "find",
  "copyAsCli",
  "copyAs",
  "copyArn",
  "copyName",
  "copyEndpoint",
  "copyClientCommand",
  "startSandbox",
  "stopSandbox",
  "turnReadOnlyOn",
  "turnReadOnlyOff",
  "showHistory",
  "exportHistory",
  "showCaches",
  "showLog",
  "showFailure",
] as const;

export type CommandId = (typeof commandIds)[number];
