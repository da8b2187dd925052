import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkAddress } from "./address.mjs";
import { releasedChangelog } from "./changelog.mjs";
import { git } from "./git.mjs";
import { checkVersion, withVersion } from "./version.mjs";

/**
 * @typedef {object} ReleaseOptions
 * @property {string} root The checkout.
 * @property {string} version `MAJOR.MINOR.PATCH`: the Marketplace takes no other form, for a pre-release neither.
 * @property {string} date `YYYY-MM-DD`
 * @property {boolean} [preRelease] For those alone who have chosen pre-releases.
 * @property {string | undefined} [address] Where the repository is: the page's pictures and links lead there.
 * @property {boolean} [isPreview] Checks, packs and tests; then puts everything back, and neither commits nor tags.
 * @property {(options: { preRelease: boolean, address: string | undefined }) => Promise<string>} pack Resolves to
 * the file.
 * @property {(vsix: string) => Promise<boolean>} test Whether every suite passes.
 * @property {(text: string) => void} tell
 */

/** What a release writes. */
const written = ["package.json", "package-lock.json", "CHANGELOG.md"];

/**
 * Rejects with what is wrong, and what to do: then the checkout is as it was.
 *
 * @param {ReleaseOptions} options
 */
export async function release(options) {
  const { root, version, date, preRelease = false, address, isPreview = false, pack, test, tell } = options;
  const at = (/** @type {string} */ file) => path.join(root, file);
  const before = new Map(written.map((file) => [file, readFileSync(at(file), "utf8")]));
  const tag = `v${version}`;
  checkVersion(version, JSON.parse(before.get("package.json") ?? "").version);
  checkAddress(address);
  checkTree(root, tag);
  const changelog = releasedChangelog(before.get("CHANGELOG.md") ?? "", version, date);
  const putBack = () => {
    for (const [file, text] of before) {
      writeFileSync(at(file), text);
    }
  };
  try {
    for (const file of ["package.json", "package-lock.json"]) {
      writeFileSync(at(file), withVersion(before.get(file) ?? "", version));
    }
    writeFileSync(at("CHANGELOG.md"), changelog);
    const vsix = await pack({ preRelease, address });
    tell(`Packed ${path.basename(vsix)}. Every suite runs now, those in VS Code against that file.`);
    if (!(await test(vsix))) {
      throw new Error("Nothing was released: a suite failed. The checkout is as it was.");
    }
    if (isPreview) {
      putBack();
      tell(`All of it holds. Nothing was released: without --preview ${tag} would be committed and tagged.`);
      return;
    }
    git(root, "commit", "--quiet", "--message", `Release ${version}`, "--", ...written);
    git(root, "tag", "--annotate", tag, "--message", `${version}, ${date}`);
    tell(afterwards(path.basename(vsix), tag, preRelease));
  } catch (error) {
    putBack();
    throw error;
  }
}

/** @param {string} root @param {string} tag */
function checkTree(root, tag) {
  const changed = git(root, "status", "--porcelain");
  if (changed !== "") {
    throw new Error(`Commit or put away first what is changed here:\n${changed}`);
  }
  if (git(root, "tag", "--list", tag) !== "") {
    throw new Error(`There is a tag ${tag} already. Choose a newer version.`);
  }
}

/** @param {string} vsix @param {string} tag @param {boolean} preRelease */
function afterwards(vsix, tag, preRelease) {
  const flag = preRelease ? " --pre-release" : "";
  return [
    `Committed and tagged ${tag}. Nothing has left this machine yet:`,
    `  git push --follow-tags`,
    `  npx vsce publish --packagePath ${vsix}${flag}`,
    `  npx ovsx publish ${vsix}${flag}`,
  ].join("\n");
}
