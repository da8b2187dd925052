import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { type ConnectionPhase, testConnection } from "../../../src/store/reach/testConnection";
import { until } from "../../support/until";
import { authority, serverTls } from "../aws/support/tls";

const host = "127.0.0.1";
const named = (phases: readonly ConnectionPhase[]) => phases.map(({ name, ok }) => `${name} ${ok}`);

describe("testing a connection", () => {
  const servers: Server[] = [];
  const sockets: Socket[] = [];
  const programs: ChildProcess[] = [];

  /** A server of one answer: what it says to each line. Without one it says nothing. */
  async function listen(answer?: string): Promise<number> {
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on("error", () => undefined);
      socket.on("data", () => answer !== undefined && socket.write(answer));
    });
    servers.push(server);
    server.listen(0, host);
    await once(server, "listening");
    const address = server.address();
    return typeof address === "object" && address ? address.port : assert.fail("no port");
  }
  const test = (port: number, more: { engine?: string; tls?: boolean; host?: string } = {}) =>
    testConnection({ host, port, engine: "valkey", tls: false, ...more }, 500);

  afterEach(() => {
    for (const socket of sockets.splice(0)) {
      socket.destroy();
    }
    for (const server of servers.splice(0)) {
      server.close();
    }
    for (const program of programs.splice(0)) {
      program.kill();
    }
  });

  it("names each phase, with its time", async () => {
    const phases = await test(await listen("+PONG\r\n"));
    assert.deepEqual(named(phases), ["DNS true", "TCP true", "PING true"]);
    assert.ok(phases.every(({ ms }) => ms >= 0));
  });

  it("asks Memcached for its version", async () => {
    const phases = await test(await listen("VERSION 1.6.22\r\n"), { engine: "memcached" });
    assert.deepEqual(named(phases), ["DNS true", "TCP true", "version true"]);
  });

  it("tells a cache that asks for a password from one that is not reached", async () => {
    const phases = await test(await listen("-NOAUTH Authentication required.\r\n"));
    assert.deepEqual(named(phases), ["DNS true", "TCP true", "AUTH false"]);
    assert.match(phases.at(-1)?.text ?? "", /the network lets you through/);
  });

  it("takes another server's answer for no PONG", async () => {
    assert.deepEqual(named(await test(await listen("HTTP/1.1 400 Bad Request\r\n"))), [
      "DNS true",
      "TCP true",
      "PING false",
    ]);
  });

  it("ends where nothing answers: no name, no port, silence, no TLS", async () => {
    assert.deepEqual(named(await test(1, { host: "cache.invalid" })), ["DNS false"]);
    const closed = await listen();
    servers[0]?.close();
    assert.deepEqual(named(await test(closed)), ["DNS true", "TCP false"]);
    const silent = await test(await listen());
    assert.deepEqual(named(silent), ["DNS true", "TCP true", "PING false"]);
    assert.equal(silent.at(-1)?.text, "no answer within 0.5 s");
    const plain = await test(await listen("-ERR plain\r\n"), { tls: true });
    assert.deepEqual(named(plain), ["DNS true", "TCP true", "TLS false"]);
  });

  it("speaks TLS by the server's own name, and says why not where nobody vouches for it", async () => {
    const server = createTlsServer(serverTls, (socket) => {
      sockets.push(socket);
      socket.on("error", () => undefined);
      socket.on("data", () => socket.write("+PONG\r\n"));
    });
    server.on("tlsClientError", () => undefined);
    servers.push(server);
    server.listen(0, host);
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const target = { host, port, engine: "valkey", tls: true, serverName: "localhost" };
    assert.deepEqual(named(await testConnection({ ...target, ca: authority })), [
      "DNS true",
      "TCP true",
      "TLS true",
      "PING true",
    ]);
    const unknown = await testConnection(target);
    assert.deepEqual(named(unknown), ["DNS true", "TCP true", "TLS false"]);
    assert.match(unknown.at(-1)?.text ?? "", /SIGNATURE|CERT|ISSUER/);
  });

  // Where the machine has one of them, the real server answers too.
  for (const [program, args, engine] of [
    ["valkey-server", ["--save", "", "--bind", host, "--port"], "valkey"],
    ["redis-server", ["--save", "", "--bind", host, "--port"], "redis"],
    ["memcached", ["-l", host, "-u", "nobody", "-p"], "memcached"],
  ] as const) {
    it(`is answered by ${program}`, async function () {
      if (spawnSync(program, ["--version"]).status !== 0) {
        // Said, with the number of what was skipped: Debian has valkey-server, redis-server and memcached.
        this.skip();
      }
      const port = await listen();
      servers.pop()?.close();
      programs.push(spawn(program, [...args, String(port)], { stdio: "ignore" }));
      await until(async () => (await test(port, { engine })).at(-1)?.ok === true, program);
    });
  }
});
