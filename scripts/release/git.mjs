import { execFileSync } from "node:child_process";

/**
 * What git printed.
 *
 * @param {string} root
 * @param {string[]} args
 */
export function git(root, ...args) {
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
}
