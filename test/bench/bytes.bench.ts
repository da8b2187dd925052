import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { kilobytes } from "../support/budgets";
import type { Bench, Line } from "./bench";

/** What each user downloads, and what each window reads. */
export const bytes: Bench = {
  names: ["bytes"],
  async run() {
    const folder = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
    const vsix = path.join(folder, "package.vsix");
    try {
      const { pack } = await import("../../scripts/pack.mjs");
      await pack(vsix);
      return Object.fromEntries(
        Object.entries(kilobytes).map(([name, limit]) =>
          name === "package"
            ? [`bytes/${name}`, sizeOf(vsix, limit)]
            : [`bytes/${name}.js`, sizeOf(path.join(__dirname, "../../dist", `${name}.js`), limit)],
        ),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function sizeOf(file: string, limit: number): Line {
  return { value: statSync(file).size / 1_000, unit: "KB", limit };
}
