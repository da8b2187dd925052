import { spawnSync } from "node:child_process";
import path from "node:path";
import { type Bench, milliseconds, ratio } from "./bench";

const attempts = 7;

export const startUp: Bench = {
  name: "startUp",
  about:
    "Loading the bundle that every window loads, beside those that the first command and the first request load",
  async run() {
    const [extension, commands, aws, nothing] = [
      loading("extension.js"),
      loading("commands.js"),
      loading("aws.js"),
      loading(undefined),
    ];
    return [
      milliseconds("Node with nothing to load", nothing),
      milliseconds("extension.js", extension - nothing),
      milliseconds("commands.js", commands - nothing),
      milliseconds("aws.js", aws - nothing),
      ratio("extension.js : aws.js", (extension - nothing) / (aws - nothing)),
    ];
  },
};

/** The shortest of some attempts, in milliseconds, each in a process of its own. */
function loading(bundle: string | undefined): number {
  const file = bundle && path.join(__dirname, "../../dist", bundle);
  // The only module that is neither in the bundle nor in Node is VS Code's. Loading reads enums and classes of it.
  const program = `
    const { Module } = require("node:module");
    const any = new Proxy(class {}, { get: (it, name) => (name === "prototype" ? it.prototype : any) });
    const load = Module._load;
    Module._load = (name, ...rest) => (name === "vscode" ? Object.create(any) : load(name, ...rest));
    ${file ? `require(${JSON.stringify(file)});` : ""}
    process.exit(0);`;
  const times = Array.from({ length: attempts }, () => {
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ["-e", program], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
      encoding: "utf8",
    });
    if (status !== 0) {
      throw new Error(`Loading ${bundle} failed: ${stderr.slice(-1_000)}`);
    }
    return performance.now() - started;
  });
  return Math.min(...times);
}
