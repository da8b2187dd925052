import path from "node:path";
import { fileURLToPath } from "node:url";

/** The top of the repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** The bundles that VS Code loads. */
export const dist = path.join(root, "dist");

/** Bundled tests, and what failing ones leave behind: pictures, logs. */
export const out = path.join(root, "out");

/** What is fetched for tests and for `npm start`. Safe to delete at any time. */
export const cache = path.join(root, ".cache");
