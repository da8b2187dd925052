import { spawnSync } from "node:child_process";
import path from "node:path";
import * as vscode from "vscode";
import { api, extension } from "../host/rows";
import { type Bench, type Line, median } from "./bench";
import { cpuOf } from "./pairs";

const attempts = 9;

/**
 * What each window pays at its start: the extension's activation in this host, less that of an extension which is
 * empty. The bundles are loaded in processes of their own too, where nothing of them is cached.
 */
export const startUp: Bench = {
  names: ["activation", "load"],
  async run() {
    const before = [extension(), emptyExtension("empty"), emptyExtension("first")].map(
      (each) => each?.isActive,
    );
    // The first activation in a window costs more, whosever it is. In CPU time of the host: each is done once, and others
    // on the machine would lengthen the one or the other.
    await emptyExtension("first")?.activate();
    const peer = await cpuOf(async () => emptyExtension("empty")?.activate());
    const ours = await cpuOf(api);
    if (before.join() !== "false,false,false") {
      throw new Error(`Active, or not installed, before it was measured: ${before.join()}`);
    }
    const times = new Map(bundles.map((bundle) => [bundle, [] as number[]]));
    const idle: number[] = [];
    for (let attempt = 0; attempt < attempts; attempt++) {
      idle.push(loading(undefined));
      for (const bundle of bundles) {
        times.get(bundle)?.push(loading(bundle));
      }
    }
    const empty = median(idle);
    const line = (bundle: string): Line => ({
      value: median(times.get(bundle) ?? []) - empty,
      unit: "ms",
    });
    return {
      activation: { value: ours - peer, unit: "ms", peer, limit: 10 },
      "load/extension.js": line("extension.js"),
      "load/commands.js": line("commands.js"),
      "load/aws.js": line("aws.js"),
    };
  },
};

/** `test/bench/empty`, installed beside ours by two names. */
function emptyExtension(name: "first" | "empty"): vscode.Extension<unknown> | undefined {
  return vscode.extensions.getExtension(`elasticache-access.${name}`);
}

const bundles = ["extension.js", "commands.js", "aws.js"];

/** How long loading takes in a process of its own, in milliseconds, the process's start left out. */
function loading(bundle: string | undefined): number {
  const file = bundle && path.join(__dirname, "../../dist", bundle);
  // The only module that is neither in the bundle nor in Node is VS Code's. Loading reads enums and classes of it, and makes
  // an address.
  const program = `
    const { Module } = require("node:module");
    const any = new Proxy(function () {}, {
      get: (it, name) => (name === "prototype" ? it.prototype : any),
      apply: () => any,
    });
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
