import type { Command } from "./command";
import { copyArn } from "./copyArn";
import { copyAs } from "./copyAs";
import { copyAsCli } from "./copyAsCli";
import { copyClientCommand, copyEndpoint } from "./copyEndpoint";
import { copyExpiryRole } from "./copyExpiryRole";
import { copyName } from "./copyName";
import { exportHistory } from "./history/exportHistory";

/** What writes something down in another form. */
export const commands: readonly Command[] = [
  copyAsCli,
  copyAs,
  copyArn,
  copyName,
  copyEndpoint,
  copyClientCommand,
  copyExpiryRole,
  exportHistory,
];
