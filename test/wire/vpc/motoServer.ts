import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";

/** A running server of moto, an independent implementation of EC2 and STS in Python. */
export interface MotoServer {
  readonly endpoint: string;
  close(): void;
}

/** Starts it where Python has moto; `undefined` where it has not: nothing is installed for it. */
export async function startMoto(): Promise<MotoServer | undefined> {
  const port = await freePort();
  const child = spawn("python3", ["-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
  });
  const endpoint = `http://127.0.0.1:${port}`;
  return (await answers(endpoint, child)) ? { endpoint, close: () => void child.kill() } : undefined;
}

async function answers(endpoint: string, child: ChildProcess): Promise<boolean> {
  let ended = false;
  child.once("error", () => {
    ended = true;
  });
  child.once("exit", () => {
    ended = true;
  });
  while (!ended) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const answer = await fetch(`${endpoint}/moto-api/`).catch(() => undefined);
    if (answer?.ok) {
      return true;
    }
  }
  return false;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
