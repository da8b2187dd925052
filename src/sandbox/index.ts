import type { AddressInfo } from "node:net";
import { type Account, accounts, homeRegion } from "./accounts";
import type { SandboxData } from "./data/sandboxData";
import { type Fault, Faults } from "./faults";
import { RequestLog, type RequestRecord } from "./requestLog";
import { createSandboxServer } from "./server";
import { World } from "./world";

export type { SandboxData } from "./data/sandboxData";
export type { Fault } from "./faults";
export type { RequestRecord } from "./requestLog";

export interface SandboxOptions {
  /** The port on 127.0.0.1. 0, and the default: any free one. */
  readonly port?: number;
  /** What to begin with. The default is the demo data. */
  readonly data?: SandboxData;
  /** Milliseconds before each answer. */
  readonly latencyMs?: number;
  /** Resolves when an operation may be answered: an answer that comes late. */
  readonly hold?: (action: string) => Promise<unknown>;
  /** Milliseconds that a grant stays `authorizing` or `revoking`. 1,500 when absent. */
  readonly settleMs?: number;
  readonly faults?: readonly Fault[];
  /** The time in milliseconds by which statuses move. */
  readonly clock?: () => number;
  /** Called for each API request, after it was acted on and before it is answered. */
  readonly onRequest?: (record: RequestRecord) => void;
}

/** A profile that can sign in to the sandbox. */
export type SandboxProfile = Account;

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string;
  /** Where the demo data is. */
  readonly region: string;
  readonly profiles: readonly SandboxProfile[];
  /** The last 10,000 API requests, oldest first. */
  readonly requests: readonly RequestRecord[];
  /** The time by the sandbox's clock, which its answers say: milliseconds since 1970. */
  now(): number;
  /** Moves its clock on, in milliseconds: statuses settle, and schedules fire. A negative number moves it back. */
  advance(milliseconds: number): void;
  /** From now on these go wrong, and no others. */
  setFaults(faults: readonly Fault[]): void;
  /** Stops listening and drops every connection. */
  close(): Promise<void>;
}

/** Starts a sandbox on loopback. Rejects where the port is taken. Its state is its own and is gone with it. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const log = new RequestLog(options.onRequest);
  const faults = new Faults();
  faults.replace(options.faults ?? []);
  const world = new World({ data: options.data ?? "demo", settleMs: options.settleMs ?? 1500 });
  const ticking = options.clock ?? (() => performance.now());
  // How much further the sandbox's clock is than this machine's.
  let ahead = 0;
  const advance = (milliseconds: number) => {
    ahead += milliseconds;
  };
  const calendar = () => Date.now() + ahead;
  const server = createSandboxServer({
    endpoint: { world, faults, clock: () => ticking() + ahead, calendar },
    advance,
    log,
    latencyMs: options.latencyMs ?? 0,
    hold: options.hold ?? (async () => undefined),
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") {
    throw new Error("The sandbox has no port");
  }
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    region: homeRegion,
    profiles: accounts,
    requests: log.records,
    now: calendar,
    advance,
    setFaults: (next) => faults.replace(next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
