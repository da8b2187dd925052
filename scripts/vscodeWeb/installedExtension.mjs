import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Makes a folder of installed extensions with one in it, which stays where it is: a link does.
 *
 * @param {string} extensionsDir
 * @param {string} extension the folder with its package.json
 */
export function installExtension(extensionsDir, extension) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(extension, "package.json"), "utf8"));
  const folder = `${publisher}.${name}-${version}`;
  mkdirSync(extensionsDir, { recursive: true });
  // A junction, where there are any: links to folders need no rights.
  symlinkSync(extension, path.join(extensionsDir, folder), "junction");
  const location = {
    $mid: 1,
    scheme: "file",
    path: pathToFileURL(path.join(extensionsDir, folder)).pathname,
  };
  writeFileSync(
    path.join(extensionsDir, "extensions.json"),
    JSON.stringify([
      { identifier: { id: `${publisher}.${name}` }, version, location, relativeLocation: folder },
    ]),
  );
}
