/**
 * `npm run screenshots`: takes the pictures of the documentation in a real window, in a dark, a light and a
 * high-contrast theme, into `out/screenshots`. Those that the documents show are kept in `docs/images`.
 */
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { build } from "./build.mjs";
import { buildTests, tests } from "./buildTests.mjs";
import { ensureInstalled } from "./install.mjs";
import { out, root } from "./paths.mjs";
import { run } from "./run.mjs";
import { testEnvironment } from "./testEnvironment.mjs";

await ensureInstalled();
await build();
await buildTests(["screenshots"]);
const { code } = await run(
  process.execPath,
  ["--enable-source-maps", path.join(tests, "main.js"), "screenshots", "screenshots", "90000"],
  {
    cwd: root,
    env: {
      ...testEnvironment(),
      ELASTICACHE_ACCESS_FAILURES: path.join(out, "failures", "screenshots"),
    },
  },
);
if (code !== 0) {
  process.exit(1);
}

const images = path.join(root, "docs/images");
mkdirSync(images, { recursive: true });
for (const name of shownPictures()) {
  copyFileSync(path.join(out, "screenshots", name), path.join(images, name));
}

/** The names of the pictures that the README shows. */
function shownPictures() {
  const text = readFileSync(path.join(root, "README.md"), "utf8");
  return new Set([...text.matchAll(/docs\/images\/([\w-]+\.png)/g)].flatMap(([, name]) => name ?? []));
}
