import { spawnSync } from "node:child_process";
import path from "node:path";
import { api, extension } from "../host/rows";
import { type Bench, type Line, median } from "./bench";

const attempts = 9;

/**
 * What each window pays at its start: the extension's activation in this host, beside that of a bundle which is
 * empty. Loaded in processes of their own too, where nothing of it is cached.
 */
export const startUp: Bench = {
  names: ["activation", "load"],
  async run() {
    const active = extension()?.isActive === true;
    const started = performance.now();
    await api();
    const activated = performance.now() - started;
    const times = new Map(bundles.map((bundle) => [bundle, [] as number[]]));
    const idle: number[] = [];
    for (let attempt = 0; attempt < attempts; attempt++) {
      idle.push(loading(undefined));
      for (const bundle of bundles) {
        times.get(bundle)?.push(loading(bundle));
      }
    }
    const empty = median(idle);
    const line = (bundle: string, limit?: number): Line => ({
      value: median(times.get(bundle) ?? []) - empty,
      unit: "ms",
      ...(limit === undefined ? {} : { limit }),
    });
    return {
      // Where the host had activated it before the bench could look, what is left to measure is the loading.
      activation: active ? line("extension.js", 10) : { value: activated, unit: "ms", limit: 10 },
      "load/extension.js": line("extension.js"),
      "load/commands.js": line("commands.js"),
      "load/aws.js": line("aws.js"),
    };
  },
};

const bundles = ["extension.js", "commands.js", "aws.js"];

/** How long loading takes in a process of its own, in milliseconds, the process's start left out. */
function loading(bundle: string | undefined): number {
  const file = bundle && path.join(__dirname, "../../dist", bundle);
  // The only module that is neither in the bundle nor in Node is VS Code's. Loading reads enums and classes of it.
  const program = `
    const { Module } = require("node:module");
    const any = new Proxy(class {}, { get: (it, name) => (name === "prototype" ? it.prototype : any) });
    const load = Module._load;
    Module._load = (name, ...rest) => (name === "vscode" ? Object.create(any) : load(name, ...rest));
    const started = performance.now();
    ${file ? `require(${JSON.stringify(file)});` : ""}
    process.stdout.write(String(performance.now() - started));
    process.exit(0);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", program], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(`Loading ${bundle} failed: ${stderr.slice(-1_000)}`);
  }
  return Number(stdout);
}
