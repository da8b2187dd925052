import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import type { Cache } from "../../../../src/core/caches/cache";
import { tunnelLines, tunnelPage } from "../../../../src/core/reach/tunnelPage";
import { cacheOf } from "../../../support/caches";

const tunnel = { instanceId: "i-0123456789abcdef0", host: "c.example", port: 6379, localPort: 16379 };
const place = { target: { profile: "dev's", region: "us-west-2" } };
const linesOf = (more: Partial<Cache> = {}) =>
  tunnelLines(tunnel, { ...cacheOf("c"), engine: "valkey", ...more }, place);
const pageOf = (more: Partial<Cache> = {}, missing: readonly string[] = []) => {
  const cache = { ...cacheOf("c"), engine: "valkey", ...more };
  return tunnelPage({
    ...{ tunnel, cache, missing, target: place.target, through: "web-1" },
    lines: tunnelLines(tunnel, cache, place),
  });
};

describe("the lines that connect through an instance", () => {
  it("arrive at a program as the words that they are", () => {
    const [line] = linesOf().posix;
    const script = `aws() { printf '%s\\n' "$@"; }; ${line}`;
    assert.deepEqual(execFileSync("sh", ["-c", script], { encoding: "utf8" }).trim().split("\n"), [
      "ssm",
      "start-session",
      "--target",
      "i-0123456789abcdef0",
      "--document-name",
      "AWS-StartPortForwardingSessionToRemoteHost",
      "--parameters",
      '{"host":["c.example"],"portNumber":["6379"],"localPortNumber":["16379"]}',
      "--region",
      "us-west-2",
      "--profile",
      "dev's",
    ]);
  });

  it("escape the JSON by hand in PowerShell", () => {
    assert.match(linesOf().powerShell[0], /--parameters '\{\\"host\\":\[\\"c\.example\\"\]/);
    assert.match(linesOf().powerShell[0], /--profile 'dev.*s'/);
  });

  it("connect to this machine, and name the server that is meant", () => {
    const client = (more: Partial<Cache> = {}) => linesOf(more).posix[1];
    assert.equal(client(), "valkey-cli -h 127.0.0.1 -p 16379");
    assert.equal(
      client({ engine: "redis", encryptionInTransit: "required" }),
      "redis-cli -h 127.0.0.1 -p 16379 --tls --sni c.example",
    );
    assert.equal(client({ engine: "memcached" }), "nc 127.0.0.1 16379");
    assert.equal(
      client({ engine: "memcached", encryptionInTransit: "required" }),
      "openssl s_client -quiet -connect 127.0.0.1:16379 -servername c.example",
    );
  });

  it("follow no shard: the tunnel leads to one node at a time, which the page says", () => {
    assert.doesNotMatch(linesOf({ clusterMode: "yes" }).posix[1], / -c/);
    assert.match(
      pageOf({ clusterMode: "yes" }).text,
      /^- In cluster mode the tunnel leads to one node at a time/m,
    );
    assert.match(pageOf({ clusterMode: "notKnown" }).text, /^- If the cache is in cluster mode the tunnel/m);
    assert.doesNotMatch(pageOf({ clusterMode: "no" }).text, /one node at a time/);
  });

  it("stand below the headings that something can be done at", () => {
    const { text, tunnelAt, clientAt } = pageOf({}, ["No plugin."]);
    const lines = text.split("\n");
    assert.match(lines[tunnelAt] ?? "", /^## 1\. Open the tunnel: port 16379 .*c\.example:6379$/);
    assert.match(lines[clientAt] ?? "", /^## 2\. Connect/);
    assert.ok(lines.indexOf("**No plugin.**") < tunnelAt);
  });
});
