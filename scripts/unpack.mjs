import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Unpacks the extension in a VSIX, as VS Code does where it installs it.
 *
 * @param {string} vsix
 * @param {string} folder
 * @returns {Promise<string>} the folder
 */
export async function unpack(vsix, folder) {
  // Before the package is installed: from a fresh clone it is not there until now.
  const { unzipSync } = await import("fflate");
  for (const [name, content] of Object.entries(unzipSync(readFileSync(vsix)))) {
    const [first, ...rest] = name.split("/");
    if (first !== "extension" || name.endsWith("/")) {
      continue;
    }
    const file = path.join(folder, ...rest);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}
