import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { kilobytes } from "../support/budgets";
import { filesOf, readMetafile } from "../support/bundleFiles";
import type { Bench, Line } from "./bench";

const root = path.join(__dirname, "../..");

/** What each user downloads, and what each window reads. */
export const bytes: Bench = {
  names: ["bytes"],
  async run() {
    const folder = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
    const vsix = path.join(folder, "package.vsix");
    try {
      const { pack } = await import("../../scripts/pack.mjs");
      await pack(vsix);
      const metafile = readMetafile(root);
      return Object.fromEntries(
        Object.entries(kilobytes).map(([name, limit]) =>
          name === "package"
            ? [`bytes/${name}`, sizeOf([vsix], limit)]
            : [`bytes/${name}.js`, sizeOf(filesOf(name, metafile).map(inRoot), limit)],
        ),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** All that is read when a bundle is loaded. */
function sizeOf(files: readonly string[], limit: number): Line {
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return { value: bytes / 1_000, unit: "KB", limit };
}

function inRoot(file: string): string {
  return path.join(root, file);
}
