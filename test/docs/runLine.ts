import { type ChildProcess, spawn } from "node:child_process";

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a command line in a shell, to its end. */
export function runLine(line: string, cwd: string): Promise<Ended> {
  return watched(start(line, cwd), () => undefined);
}

/** Runs one that goes on for ever, until it has said what is waited for; then as Ctrl+C would end it. */
export function runUntil(line: string, cwd: string, said: RegExp): Promise<Ended> {
  const child = start(line, cwd);
  let stopping = false;
  return watched(child, (output) => {
    if (!stopping && said.test(output)) {
      stopping = true;
      interrupt(child);
    }
  });
}

/** In a process group of its own, so that all it starts can be told to end, as a terminal does. */
function start(line: string, cwd: string): ChildProcess {
  const child = spawn(line, { cwd, shell: true, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}

function watched(child: ChildProcess, onOutput: (output: string) => void): Promise<Ended> {
  let output = "";
  const read = (data: Buffer) => {
    output += data;
    onOutput(output);
  };
  child.stdout?.on("data", read);
  child.stderr?.on("data", read);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

function interrupt(child: ChildProcess, signal: NodeJS.Signals = "SIGINT"): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

const running = new Set<ChildProcess>();

afterEach("end what a test that failed has left", () => {
  for (const child of running) {
    interrupt(child, "SIGKILL");
  }
});
