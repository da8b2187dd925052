import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { oneAtATime } from "./oneAtATime.mjs";
import { root } from "./paths.mjs";
import { npm } from "./run.mjs";

/**
 * Makes `node_modules` what package-lock.json says, so that each script works from a fresh clone. Uses
 * nothing but Node itself: it runs before anything is installed.
 */
export async function ensureInstalled() {
  checkNode();
  if (isInstalled()) {
    return;
  }
  await oneAtATime("install", async () => {
    if (isInstalled()) {
      return;
    }
    console.log("Installing dependencies…");
    await npm(["ci"], { cwd: root });
  });
}

/** The oldest Node that the build and test tools run on. */
const oldestNode = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) {
    return;
  }
  console.error(
    `Node ${process.versions.node} is too old: this project needs ${oldestNode.join(".")} or newer.`,
  );
  process.exit(1);
}

/**
 * npm writes what it installed to `node_modules/.package-lock.json` when it is done; an interrupted
 * install leaves none. Packages for other platforms are in the one and not in the other.
 */
function isInstalled() {
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const found = readPackages(path.join(root, "node_modules/.package-lock.json"));
  if (wanted === undefined || found === undefined) {
    return false;
  }
  return Object.entries(wanted).every(([name, entry]) => {
    const version = found[name]?.version;
    return name === "" || version === entry.version || (version === undefined && entry.optional === true);
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await ensureInstalled();
}
