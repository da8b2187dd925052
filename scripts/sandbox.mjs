import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { dist } from "./paths.mjs";

// Runs the sandbox from a fresh clone. What installing and building say goes to stderr: with --json the
// first line on stdout is the sandbox's.
const { log } = console;
console.log = console.error;
await ensureInstalled();
await ensureBuilt();
console.log = log;

await import(pathToFileURL(path.join(dist, "sandboxCli.js")).href);
