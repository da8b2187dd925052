import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Endpoint } from "../../scripts/awsFiles.mjs";
import { until } from "./waiting";

/** A sandbox in a process of its own: its work is not that of the process that is measured. */
export interface SpawnedSandbox {
  readonly said: Endpoint;
  /** How many requests for this action it has answered. */
  count(action: string): number;
  /** How many of any, once it has told of all that it has answered. */
  total(): Promise<number>;
  /** When the last request was answered, by `performance.now()`. */
  lastRequest(): number;
  stop(): void;
}

/** `args` as `npm run sandbox` takes them. */
export async function spawnSandbox(...args: readonly string[]): Promise<SpawnedSandbox> {
  const program = path.join(__dirname, "../../dist/sandboxCli.js");
  const child = spawn(process.execPath, [program, "--port", "0", "--json", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
  });
  process.once("exit", () => child.kill());
  const requests = new Map<string, number>();
  let last = performance.now();
  const said = await new Promise<Endpoint>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The sandbox ended with code ${code}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const told: Endpoint | { readonly request: { readonly action: string } } = JSON.parse(line);
      if ("endpoint" in told) {
        resolve(told);
      } else {
        requests.set(told.request.action, (requests.get(told.request.action) ?? 0) + 1);
        last = performance.now();
      }
    });
  });
  return {
    said,
    count: (action) => requests.get(action) ?? 0,
    total: async () => {
      await until(() => performance.now() - last > 500);
      return [...requests.values()].reduce((all, some) => all + some, 0);
    },
    lastRequest: () => last,
    stop: () => child.kill(),
  };
}
