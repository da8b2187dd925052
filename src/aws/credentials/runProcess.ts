import { type ChildProcess, spawn } from "node:child_process";
import { shellWords } from "../../core/formats/shellWords";
import type { Environment } from "../../profiles/environment";

export type ProcessResult =
  | { readonly outcome: "ended"; readonly exitCode: number | null; readonly output: string }
  | { readonly outcome: "notStarted" | "unreadable" | "tooMuch" | "stopped" };

const mostOutput = 1024 * 1024;
const windows = process.platform === "win32";

/**
 * Runs a command line and collects what it prints, until it ends or the signal stops it, with all that it has
 * started. Like botocore without a shell; on Windows with one, since programs there are often scripts.
 */
export function runProcess(
  commandLine: string,
  place: { readonly environment: Environment; readonly home: string },
  signal: AbortSignal,
): Promise<ProcessResult> {
  const words = windows ? [commandLine] : shellWords(commandLine);
  const [program, ...args] = words ?? [];
  if (program === undefined || signal.aborted) {
    return Promise.resolve({ outcome: signal.aborted ? "stopped" : "unreadable" });
  }
  return new Promise((resolve) => {
    // What an extension host sets for itself would make a Node program out of an Electron one.
    const { ELECTRON_RUN_AS_NODE: _, ...env } = place.environment;
    const child = spawn(program, args, {
      cwd: place.home,
      env,
      // A group of its own, so that all of it can be stopped.
      detached: !windows,
      shell: windows,
      stdio: ["ignore", "pipe", "ignore"],
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (result: ProcessResult): void => {
      signal.removeEventListener("abort", onAbort);
      resolve(result);
    };
    const onAbort = (): void => {
      stop(child);
      finish({ outcome: "stopped" });
    };
    signal.addEventListener("abort", onAbort, { once: true });
    child.on("error", () => finish({ outcome: "notStarted" }));
    child.stdout.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostOutput) {
        stop(child);
        finish({ outcome: "tooMuch" });
      }
    });
    child.on("close", (exitCode) =>
      finish({ outcome: "ended", exitCode, output: Buffer.concat(chunks).toString("utf8") }),
    );
  });
}

function stop(child: ChildProcess): void {
  child.stdout?.destroy();
  if (child.pid === undefined) {
    return;
  }
  if (windows) {
    spawn("taskkill", ["/pid", String(child.pid), "/T", "/F"], { windowsHide: true, stdio: "ignore" });
    return;
  }
  // Asked first: what shows a window, or holds a lock, can put it away.
  kill(child.pid, "SIGTERM");
  setTimeout(kill, patience, child.pid, "SIGKILL");
}

/** How long what was asked to end may take, in milliseconds. */
const patience = 300;

/** All of a process's group. */
function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
