import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import path from "node:path";

/** What is not in the repository, but made or fetched. */
const made = ["node_modules", ".cache", ".git", "dist", "out"];

/**
 * A working copy of the repository, for what builds or writes: the same packages, and nothing built. What is
 * fetched is shared: it has the same versions.
 */
export function copyRepository(root: string, folder: string): string {
  for (const name of readdirSync(root).filter((each) => !made.includes(each) && !each.endsWith(".vsix"))) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  mkdirSync(path.join(root, ".cache"), { recursive: true });
  for (const name of ["node_modules", ".cache"]) {
    symlinkSync(path.join(root, name), path.join(folder, name), "junction");
  }
  return folder;
}
