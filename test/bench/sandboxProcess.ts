import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { type Endpoint, writeAwsFiles } from "../../scripts/awsFiles.mjs";
import { api, call } from "../host/rows";
import { until } from "./waiting";

/** A sandbox in a process of its own: its work is not the extension host's. */
export interface SandboxProcess {
  /** How many requests for this action it has answered. */
  count(action: string): number;
  /** When the last request was answered, by `performance.now()`. */
  lastRequest(): number;
  stop(): void;
}

export interface SandboxProcessOptions {
  /** As `npm run sandbox` takes them. */
  readonly arguments: readonly string[];
  /** The profiles that this VS Code is to have: those of the sandbox, or some that are made of them. */
  readonly profiles?: (profiles: Endpoint["profiles"]) => Endpoint["profiles"];
}

/** Starts a sandbox, gives this VS Code profiles that point at it, and waits until the tree has them. */
export async function startSandboxProcess(options: SandboxProcessOptions): Promise<SandboxProcess> {
  const program = path.join(__dirname, "../../dist/sandboxCli.js");
  const child = spawn(process.execPath, [program, "--port", "0", "--json", ...options.arguments], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
  });
  process.once("exit", () => child.kill());
  const requests = new Map<string, number>();
  let last = performance.now();
  const endpoint = await new Promise<Endpoint>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The sandbox ended with code ${code}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const said: Endpoint | { readonly request: { readonly action: string } } = JSON.parse(line);
      if ("endpoint" in said) {
        resolve(said);
      } else {
        requests.set(said.request.action, (requests.get(said.request.action) ?? 0) + 1);
        last = performance.now();
      }
    });
  });
  const profiles = options.profiles?.(endpoint.profiles) ?? endpoint.profiles;
  writeAwsFiles(path.dirname(process.env["AWS_CONFIG_FILE"] ?? ""), { ...endpoint, profiles });
  await call("refresh");
  const names = profiles.map(({ name }) => name).join();
  await until(async () => (await (await api()).readTree()).map(({ label }) => label).join() === names);
  return {
    count: (action) => requests.get(action) ?? 0,
    lastRequest: () => last,
    stop: () => child.kill(),
  };
}
