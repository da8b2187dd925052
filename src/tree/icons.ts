import type { RowIcon } from "./row";

const warning = "list.warningForeground";

/**
 * One icon for each meaning, told from the others by its shape: high contrast themes have no colours for them.
 * https://code.visualstudio.com/api/references/icons-in-labels
 */
export const icons = {
  profile: { id: "account" },
  profileGroup: { id: "organization" },
  sandbox: { id: "beaker" },
  protectedProfile: { id: "verified" },
  readOnly: { id: "lock" },
  region: { id: "location" },
  cache: { id: "database" },
  securityGroup: { id: "shield" },
  madeByTool: { id: "tools" },
  open: { id: "globe", color: warning },
  notKnown: { id: "question" },
  underWay: { id: "loading~spin" },
  authorized: { id: "pass-filled", color: "testing.iconPassed" },
  wasAuthorized: { id: "pass" },
  done: { id: "check" },
  wasSo: { id: "check-all" },
  inDoubt: { id: "unverified", color: warning },
  interrupted: { id: "debug-pause", color: warning },
  expires: { id: "clock" },
  expired: { id: "bell", color: warning },
  groupSource: { id: "server" },
  addresses: { id: "symbol-numeric" },
  prefixList: { id: "list-unordered" },
  staleReference: { id: "debug-disconnect" },
  noEffect: { id: "circle-slash" },
  letsNobodyIn: { id: "dash" },
  others: { id: "ellipsis" },
  retired: { id: "archive" },
  failure: { id: "warning", color: warning },
  note: { id: "info" },
  hint: { id: "lightbulb" },
} as const satisfies Readonly<Record<string, RowIcon>>;
