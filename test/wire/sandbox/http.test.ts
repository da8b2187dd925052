import assert from "node:assert/strict";
import { request } from "node:http";
import { connect } from "node:net";
import { sandboxForEach } from "./sandboxUnderTest";

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function send(endpoint: string, { method = "POST", path = "/", headers = {}, body = "" }: Sent = {}) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(endpoint, { method, path, headers, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

describe("the sandbox's HTTP", () => {
  const test = sandboxForEach();
  const status = async (sent: Sent) => (await send(test.sandbox.endpoint, sent)).status;

  it("is for this machine only", async () => {
    for (const host of ["evil.example", "127.0.0.1.evil.example", "10.0.0.1", "localhost.evil.example:80"]) {
      assert.equal(await status({ headers: { host } }), 403, host);
    }
    // A picture in somebody's page comes without an Origin.
    for (const [name, value, isRefused] of [
      ["sec-fetch-site", "cross-site", true],
      ["sec-fetch-site", "anything new", true],
      ["sec-fetch-site", "same-site", false],
      ["sec-fetch-site", "none", false],
      ["referer", "https://evil.example/page", true],
      ["referer", "about:blank", true],
      ["referer", "http://127.0.0.1:3000/page", false],
    ] as const) {
      const { text } = await send(test.sandbox.endpoint, { headers: { [name]: value } });
      assert.equal(/this machine only/.test(text), isRefused, `${name}: ${value}`);
    }
    for (const origin of ["https://evil.example", "null", "vscode-webview://x"]) {
      assert.equal(await status({ headers: { origin } }), 403, origin);
    }
  });

  it("takes any name of loopback, on any port", async () => {
    for (const host of ["localhost", "LOCALHOST:1", "127.0.0.1:65535", "127.1.2.3", "[::1]:80"]) {
      const { text } = await send(test.sandbox.endpoint, { headers: { host } });
      assert.match(text, /MissingAuthenticationToken/, host);
    }
  });

  it("has one address and two methods", async () => {
    assert.equal(await status({ method: "PUT" }), 405);
    assert.equal(await status({ method: "OPTIONS" }), 405);
    assert.equal(await status({ path: "/elsewhere" }), 404);
  });

  it("survives rubbish, and answers with well-formed XML", async () => {
    for (const body of [
      "%",
      "%zz=1",
      "Action=%00",
      "Action=%FF",
      "=&&=",
      "<x>",
      "Filter.1.Name=a&Filter.=b",
      "\0",
    ]) {
      const { status: code, text } = await send(test.sandbox.endpoint, { body });
      assert.ok(code >= 400 && code < 500, body);
      assert.match(
        text,
        /^<ErrorResponse xmlns="[^"]+"><Error>[^\0]*<\/Error><RequestId>[^<]+<\/RequestId><\/ErrorResponse>$/,
      );
    }
    assert.equal(await status({ headers: { "X-Large": "a".repeat(20_000) } }), 431);
    assert.equal(await status({ body: "a".repeat(1024 * 1024 + 1) }), 413);
    assert.match(await raw(test.sandbox.endpoint, "rubbish\r\n\r\n"), /^HTTP\/1.1 400 /);
    assert.equal(await status({}), 403);
  });
});

/** Sends what no HTTP client would. */
function raw(endpoint: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(new URL(endpoint).port), "127.0.0.1", () => socket.write(text));
    socket.on("data", (data) => {
      answer += data.toString("latin1");
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
  });
}
