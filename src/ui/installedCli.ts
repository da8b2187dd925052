import { execFile } from "node:child_process";
import type { Environment } from "../profiles/environment";

/** The AWS CLI that a terminal would find. `unknown`: it did not say its version, or not in time. */
export type InstalledCli =
  | { readonly found: "version"; readonly version: CliVersion }
  | { readonly found: "none" }
  | { readonly found: "unknown" };

export type CliVersion = readonly [major: number, minor: number, patch: number];

// Version 2 unpacks itself at its first start.
const patience = 5_000;

/** Asks `aws --version`, without a shell, in the home folder: a program in the current one is never meant. */
export function installedCli(place: {
  readonly environment: Environment;
  readonly home: string;
}): Promise<InstalledCli> {
  const options = { cwd: place.home, env: place.environment, timeout: patience, windowsHide: true };
  return new Promise((resolve) => {
    execFile("aws", ["--version"], options, (error, stdout, stderr) => {
      // Old versions answer on stderr.
      const version = versionIn(stdout) ?? versionIn(stderr);
      resolve(
        version
          ? { found: "version", version }
          : error && "code" in error && error.code === "ENOENT"
            ? { found: "none" }
            : { found: "unknown" },
      );
    });
  });
}

/** `aws-cli/2.32.4 Python/3.13.9 Linux/6.1 exe/x86_64` */
function versionIn(text: string): CliVersion | undefined {
  const [, major, minor, patch] = /^aws-cli\/(\d+)\.(\d+)\.(\d+)/m.exec(text) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}
