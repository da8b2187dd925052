import { lookup } from "node:dns/promises";
import { connect, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";

/** Where to connect, and how it is spoken there. */
export interface ConnectionTarget {
  readonly host: string;
  readonly port: number;
  readonly engine: string;
  /** Whether connections are encrypted. Through a tunnel the server is known by `serverName`, the cache's own. */
  readonly tls: boolean;
  readonly serverName?: string;
  /** For a server whose certificate is signed by somebody else. */
  readonly ca?: string;
}

/** One part of connecting, and how long it took. The first that fails is the last. */
export interface ConnectionPhase {
  readonly name: "DNS" | "TCP" | "TLS" | "AUTH" | "PING" | "version";
  readonly ok: boolean;
  readonly ms: number;
  /** What came of it, in a few words. */
  readonly text: string;
}

/**
 * Connects from this machine, and says hello: DNS, TCP, TLS, then `PING`, or `version` to Memcached. No password is
 * known here, so a cache that asks for one has been reached, which AUTH says, and is asked nothing more.
 */
export async function testConnection(
  target: ConnectionTarget,
  timeout = 5_000,
): Promise<readonly ConnectionPhase[]> {
  const phases: ConnectionPhase[] = [];
  const phase = async <T>(name: ConnectionPhase["name"], work: Promise<T>, text: (value: T) => string) => {
    const started = performance.now();
    const ms = () => Math.round(performance.now() - started);
    try {
      const value = await within(work, timeout);
      phases.push({ name, ok: true, ms: ms(), text: text(value) });
      return value;
    } catch (error) {
      phases.push({ name, ok: false, ms: ms(), text: wordsOf(error, timeout) });
      return undefined;
    }
  };
  const found = await phase("DNS", lookup(target.host), ({ address }) => `${target.host} is ${address}`);
  const tcp =
    found &&
    (await phase("TCP", opened(connect(target.port, found.address)), () => `port ${target.port} is open`));
  const socket = tcp && target.tls ? await phase("TLS", secured(tcp, target), () => "encrypted") : tcp;
  if (socket) {
    await greet(socket, target, phases, timeout);
  }
  socket?.destroy();
  tcp?.destroy();
  return phases;
}

async function greet(
  socket: Socket,
  { engine }: ConnectionTarget,
  phases: ConnectionPhase[],
  timeout: number,
): Promise<void> {
  const name = engine === "memcached" ? "version" : "PING";
  const started = performance.now();
  const add = (phase: ConnectionPhase["name"], ok: boolean, text: string) =>
    phases.push({ name: phase, ok, ms: Math.round(performance.now() - started), text });
  try {
    const line = await within(asked(socket, `${name}\r\n`), timeout);
    if (/^-(?:NOAUTH|WRONGPASS|NOPERM)\b/.test(line)) {
      add("AUTH", false, "it asks who you are, which is not known here: the network lets you through");
    } else {
      add(name, name === "PING" ? line.startsWith("+PONG") : line.startsWith("VERSION "), shown(line));
    }
  } catch (error) {
    add(name, false, wordsOf(error, timeout));
  }
}

function opened(socket: Socket): Promise<Socket> {
  return settled(socket, "connect");
}

function secured(socket: Socket, { serverName, host, ca }: ConnectionTarget): Promise<Socket> {
  // An address is no name of a server: TLS has a field for names alone.
  const name = serverName ?? (isIP(host) === 0 ? host : undefined);
  const options = {
    socket,
    ...(name === undefined ? { host } : { servername: name }),
    ...(ca === undefined ? {} : { ca }),
  };
  return settled(connectTls(options), "secureConnect");
}

function settled<S extends Socket>(socket: S, event: string): Promise<S> {
  return new Promise((resolve, reject) => {
    socket.once(event, () => resolve(socket));
    socket.once("error", reject);
    // A connection may end before it has begun, without an error: plain text to a port that speaks TLS, for one.
    socket.once("close", () => reject(new Error("it was closed")));
  });
}

/** The first line of an answer. */
function asked(socket: Socket, question: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let read = "";
    socket.on("data", (chunk) => {
      read += chunk.toString("latin1");
      const end = read.indexOf("\r\n");
      if (end >= 0 || read.length > 1_000) {
        resolve(end >= 0 ? read.slice(0, end) : read);
      }
    });
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("it was closed without an answer")));
    socket.write(question);
  });
}

function within<T>(work: Promise<T>, timeout: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), timeout);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The system's code says more than its words, which may name a whole path. */
function wordsOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) {
    return "failed";
  }
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return error.message === "late" ? `no answer within ${timeout / 1000} s` : (code ?? error.message);
}

function shown(line: string): string {
  return line.replace(/[^\x20-\x7e]/g, "?").slice(0, 60);
}
