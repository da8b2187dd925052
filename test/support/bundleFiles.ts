import { readFileSync } from "node:fs";
import path from "node:path";
import type { Metafile } from "esbuild";

/** The groups of commands that are loaded when one of them is called first, in files beside those of all commands. */
export const laterCommands = ["changing", "reaching", "copying"] as const;

/** What the build tells of the bundles. `root`: the folder of the repository. */
export function readMetafile(root: string): Metafile {
  return JSON.parse(readFileSync(path.join(root, "dist/meta.json"), "utf8"));
}

/** The files that are read when a bundle is loaded: its own, and what that requires at once. A group's: which are new. */
export function filesOf(name: string, metafile: Metafile): readonly string[] {
  const files = readAtOnce(entryOf(name, metafile), metafile);
  const before = isLater(name) ? readAtOnce("dist/commands.js", metafile) : new Set();
  return [...files].filter((file) => !before.has(file));
}

function isLater(name: string): boolean {
  return laterCommands.some((later) => later === name);
}

function entryOf(name: string, { outputs }: Metafile): string {
  const isEntry = (file: string) => file.startsWith(`dist/commands-${name}-`) && file.endsWith(".js");
  const entry = isLater(name) ? Object.keys(outputs).find(isEntry) : `dist/${name}.js`;
  if (entry === undefined) {
    throw new Error(`There is no bundle ${name}`);
  }
  return entry;
}

function readAtOnce(file: string, metafile: Metafile, files = new Set<string>()): ReadonlySet<string> {
  const output = metafile.outputs[file];
  if (output && !files.has(file)) {
    files.add(file);
    for (const { path: imported, kind } of output.imports) {
      if (kind === "import-statement") {
        readAtOnce(imported, metafile, files);
      }
    }
  }
  return files;
}
