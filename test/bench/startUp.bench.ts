import { spawnSync } from "node:child_process";
import path from "node:path";
import * as vscode from "vscode";
import { api, extension } from "../host/rows";
import { type Bench, type Line, median } from "./bench";
import { cpuOf } from "./pairs";

/**
 * What each window pays at its start: the extension's activation in this host, less that of an extension which is
 * empty, in the CPU time of the host. Each can be done once a window: `scripts/bench.mjs` opens several, and takes the
 * medians.
 */
export const activation: Bench = {
  names: ["activation"],
  async run() {
    const [first, empty] = [emptyExtension("first"), emptyExtension("empty")];
    if ([extension(), first, empty].some((each) => each?.isActive !== false)) {
      throw new Error("Active, or not installed, before it was measured");
    }
    // The first activation in a window costs more, whosever it is.
    await first?.activate();
    const measured = { ours: 0, peer: 0 };
    const works = { ours: api, peer: async () => empty?.activate() };
    for (const each of oursFirst() ? (["ours", "peer"] as const) : (["peer", "ours"] as const)) {
      await quiet();
      measured[each] = await cpuOf(works[each]);
    }
    return {
      activation: { value: measured.ours - measured.peer, unit: "ms", peer: measured.peer, limit: 10 },
    };
  },
};

/** Whether ours is activated before the empty one: in every other window. */
function oursFirst(): boolean {
  return Number(process.env["ELASTICACHE_ACCESS_WINDOW"]) % 2 === 1;
}

/** Until the host has next to nothing else to do: a window that has just been opened is still at work. */
async function quiet(): Promise<void> {
  const moment = () => new Promise((resolve) => setTimeout(resolve, 250));
  for (let moments = 0; moments < 20 && (await cpuOf(moment)) > 10; moments++) {
    // It was not quiet.
  }
}

const attempts = 9;

/** The bundles loaded in processes of their own, where nothing of them is cached. */
export const load: Bench = {
  names: ["load"],
  async run() {
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
    return Object.fromEntries(bundles.map((bundle) => [`load/${bundle}`, line(bundle)]));
  },
};

/** `test/bench/empty`, installed beside ours by two names. */
function emptyExtension(name: "first" | "empty"): vscode.Extension<unknown> | undefined {
  return vscode.extensions.getExtension(`elasticache-access.${name}`);
}

const bundles = ["extension.js", "access.js", "commands.js", "aws.js"];

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
