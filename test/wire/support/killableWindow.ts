import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Settings } from "../../../src/core/settings";
import type { Sandbox } from "../../../src/sandbox/index";
import { until } from "../../support/until";
import { type Holding, startHoldingProxy } from "./holdingProxy";

/** What a window is to do, and in the middle of what it gets no answer any more. */
export interface WindowOptions extends Holding {
  /** The storage that it shares with other windows. */
  readonly folder: string;
  /** A command's name, or `sweep`. */
  readonly command: string;
  readonly params: object;
  readonly settings?: Partial<Settings>;
  /** How many requests are to get no answer before it counts as being in the middle. */
  readonly held: number;
}

/** A window in a process of its own. */
export interface KillableWindow {
  /** Ends it as a crash does: it gets to do nothing more. */
  kill(): Promise<void>;
}

/** Starts a window that runs a command, and resolves when it is in the middle of it. */
export async function startKillableWindow(
  sandbox: Sandbox,
  { folder, command, params, settings, held, ...holding }: WindowOptions,
): Promise<KillableWindow> {
  const proxy = await startHoldingProxy(sandbox.endpoint, holding);
  const own = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
  const file = path.join(own, "window.json");
  const { profiles, region } = sandbox;
  writeFileSync(
    file,
    JSON.stringify({ sandbox: { profiles, region }, endpoint: proxy.url, folder, command, params, settings }),
  );
  const said: string[] = [];
  const child = spawn(process.execPath, [path.join(__dirname, "killedWindow.js"), file]);
  child.stdout.on("data", (data) => said.push(String(data)));
  child.stderr.on("data", (data) => said.push(String(data)));
  const ended = once(child, "exit");
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
    await proxy.close();
    rmSync(own, { recursive: true, force: true });
  };
  try {
    await until(() => {
      assert.equal(child.exitCode, null, said.join(""));
      return proxy.held() >= held;
    }, "its requests are held");
  } catch (error) {
    await kill();
    throw error;
  }
  return { kill };
}
