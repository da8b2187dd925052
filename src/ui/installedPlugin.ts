import { execFile } from "node:child_process";
import type { Environment } from "../profiles/environment";

/** Whether a terminal would find Session Manager's plugin, without which the AWS CLI opens no session. */
export type InstalledPlugin = "found" | "none" | "unknown";

const patience = 5_000;

/** Asks it for its version, without a shell, in the home folder: a program in the current one is never meant. */
export function installedPlugin(place: {
  readonly environment: Environment;
  readonly home: string;
}): Promise<InstalledPlugin> {
  const options = { cwd: place.home, env: place.environment, timeout: patience, windowsHide: true };
  return new Promise((resolve) => {
    execFile("session-manager-plugin", ["--version"], options, (error) => {
      resolve(!error ? "found" : "code" in error && error.code === "ENOENT" ? "none" : "unknown");
    });
  });
}
