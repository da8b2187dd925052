import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Makes a folder of installed extensions with some in it, which stay where they are: links do.
 *
 * @param {string} extensionsDir
 * @param {readonly string[]} extensions the folders with their package.json
 */
export function installExtensions(extensionsDir, extensions) {
  mkdirSync(extensionsDir, { recursive: true });
  const installed = extensions.map((extension) => install(extensionsDir, extension));
  writeFileSync(path.join(extensionsDir, "extensions.json"), JSON.stringify(installed));
}

/**
 * @param {string} extensionsDir
 * @param {string} extension
 */
function install(extensionsDir, extension) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(extension, "package.json"), "utf8"));
  const folder = `${publisher}.${name}-${version}`;
  // A junction, where there are any: links to folders need no rights.
  symlinkSync(extension, path.join(extensionsDir, folder), "junction");
  const location = {
    $mid: 1,
    scheme: "file",
    path: pathToFileURL(path.join(extensionsDir, folder)).pathname,
  };
  return { identifier: { id: `${publisher}.${name}` }, version, location, relativeLocation: folder };
}
