/**
 * The commands above the views. VS Code passes them the row that has the focus, or none where none has: they are for
 * the whole view then. Any other that gets no row for the one its menu was opened on must not go on without it.
 */
export const viewCommands: ReadonlySet<string> = new Set([
  "showExpiring",
  "showHistory",
  "exportHistory",
  "finishChanges",
  "openAccessMap",
  "refreshAll",
  "find",
  "chooseProfiles",
  "chooseRegions",
  "startSandbox",
  "stopSandbox",
  "showLog",
  "turnReadOnlyOn",
  "turnReadOnlyOff",
  "reopen",
  "showOpenOnly",
  "showAllCaches",
]);
