import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { manifestForUsers, pageForUsers } from "./forUsers.mjs";
import { root } from "./paths.mjs";
import { removeFolder } from "./removeFolder.mjs";

/** 1980-01-01: the first day that a ZIP file can name. */
const anyDay = String(Date.UTC(1980, 0, 1) / 1000);

/**
 * @typedef {object} PackOptions
 * @property {boolean} [preRelease] For those alone who have chosen pre-releases.
 * @property {string | undefined} [address] Where the repository is: `https://HOST/OWNER/REPOSITORY`.
 */

/**
 * Packs what is built. The same sources make the same file, byte for byte, whoever packs them, when and where:
 * neither dates nor permissions of the checkout are in it.
 *
 * @param {string} vsix the file to write
 * @param {PackOptions} [options]
 */
export async function pack(vsix, { preRelease = false, address } = {}) {
  // Before the package is loaded: from a fresh clone it is not there until now.
  const { createVSIX } = await import("@vscode/vsce");
  const folder = mkdtempSync(path.join(tmpdir(), "elasticache-access-package-"));
  try {
    for (const file of [...wanted(), ".vscodeignore"]) {
      const place = path.join(folder, file);
      mkdirSync(path.dirname(place), { recursive: true });
      copyFileSync(path.join(root, file), place);
      chmodSync(place, 0o644);
    }
    rewrite(path.join(folder, "package.json"), (text) => manifestForUsers(text, address));
    rewrite(path.join(folder, "README.md"), (text) =>
      pageForUsers(text, address ? pageAddress(address) : undefined),
    );
    await onThatDay(() =>
      createVSIX({
        cwd: folder,
        packagePath: vsix,
        // The bundles hold what they need.
        dependencies: false,
        preRelease,
        // Until it is said where it is.
        allowMissingRepository: true,
        rewriteRelativeLinks: false,
      }),
    );
  } finally {
    removeFolder(folder);
  }
}

/** Where the files of this very version are. @param {string} address */
function pageAddress(address) {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return { pages: `${address}/blob/v${version}`, files: `${address}/raw/v${version}` };
}

/**
 * What `.vscodeignore` keeps, each by its name. The packer's own list would first look through all that is in the
 * checkout, the editors that the tests run in among it.
 */
function wanted() {
  const lines = readFileSync(path.join(root, ".vscodeignore"), "utf8").split("\n");
  return lines.filter((line) => line.startsWith("!")).flatMap((line) => filesOf(line.slice(1)));
}

/** A file, or those of a folder whose names differ where a star stands: `dist/commands-*.js`. @param {string} pattern */
function filesOf(pattern) {
  const [before = "", after] = path.posix.basename(pattern).split("*");
  if (after === undefined) {
    return [pattern];
  }
  const folder = path.posix.dirname(pattern);
  const names = readdirSync(path.join(root, folder)).sort();
  return names
    .filter((name) => name.startsWith(before) && name.endsWith(after))
    .map((name) => `${folder}/${name}`);
}

/** @param {string} file @param {(text: string) => string} change */
function rewrite(file, change) {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

/** What is packed is dated by these two, and not by its files. @param {() => Promise<void>} work */
async function onThatDay(work) {
  const { SOURCE_DATE_EPOCH, TZ } = process.env;
  Object.assign(process.env, { SOURCE_DATE_EPOCH: anyDay, TZ: "UTC" });
  try {
    await work();
  } finally {
    restore("SOURCE_DATE_EPOCH", SOURCE_DATE_EPOCH);
    restore("TZ", TZ);
  }
}

/** @param {string} name @param {string | undefined} before */
function restore(name, before) {
  if (before === undefined) {
    delete process.env[name];
  } else {
    process.env[name] = before;
  }
}
