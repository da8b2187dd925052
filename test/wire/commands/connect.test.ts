import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { connect } from "../../../src/commands/connect";
import { testConnection } from "../../../src/commands/testConnection";
import type { CommandResult } from "../../../src/core/commandResult";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const vpc = { profile: "sandbox-vpc", region: "us-west-2" };
const openTest = { ...vpc, cacheKind: "cluster", cacheId: "open-test" };
const sessions = { ...vpc, cacheKind: "replicationGroup", cacheId: "sessions" };
const storefront = { ...vpc, cacheKind: "serverless", cacheId: "storefront" };
const instanceId = "i-0123456789abcdef0";

function linesOf(result: CommandResult): readonly string[] {
  assert.equal(result.outcome, "done", JSON.stringify(result));
  const { value } = result;
  assert.ok(Array.isArray(value) && value.every((line): line is string => typeof line === "string"));
  return value;
}

describe("Connect Through…", () => {
  let world: CommandWorld;
  const begin = async (options: Parameters<typeof CommandWorld.start>[0] = {}) => {
    world = await CommandWorld.start(options);
  };
  afterEach(() => world.close());
  const run = (params: Readonly<Record<string, unknown>>, ui?: ScriptedUi) => world.run(connect, params, ui);

  it("asks nothing where an instance is named, and gives the two lines", async () => {
    await begin();
    const ui = new ScriptedUi();
    const [tunnel = "", client = "", ...more] = linesOf(await run({ ...sessions, instanceId }, ui));
    assert.deepEqual(more, []);
    assert.match(
      tunnel,
      /^env -u AWS_PROFILE .* aws ssm start-session --target i-0123456789abcdef0 --document-name AWS-StartPortForwardingSessionToRemoteHost --parameters '\{"host":\["[\w.-]*sessions[\w.-]*"\],"portNumber":\["6379"\],"localPortNumber":\["163\d\d"\]\}' --region us-west-2 --endpoint-url http:\/\/\S+$/,
    );
    assert.match(client, /^(?:valkey|redis)-cli -h 127\.0\.0\.1 -p 163\d\d --tls --sni \S+/);
    assert.doesNotMatch(client, / -c\b/);
    assert.deepEqual(
      world.sandbox.requests.filter(({ service }) => service === "ssm"),
      [],
    );
    const [page] = ui.shown;
    assert.match(page?.text ?? "", /The certificate is for \S*sessions\S*, not for this computer/);
    assert.doesNotMatch(page?.text ?? "", /one node at a time/);
    assert.match(page?.text ?? "", /No Session Manager plugin was found here/);
    // Nothing that cannot be run here is offered to be run.
    assert.deepEqual(
      page?.actions?.map(({ title }) => title),
      ["Copy", "Copy for PowerShell", "Run in Terminal", "Copy", "Copy for PowerShell", "Test Connection"],
    );
    page?.actions?.[0]?.run();
    assert.deepEqual(ui.copied, [tunnel]);
  });

  it("offers what Systems Manager knows and the network lets through, and says why not the others", async () => {
    await begin();
    const ui = new ScriptedUi({ pick: "web-1" });
    const [tunnel = ""] = linesOf(await run(openTest, ui));
    assert.match(tunnel, /--target i-[0-9a-f]{17} /);
    assert.deepEqual(ui.asked[0]?.labels, [
      "bastion-1",
      "delivery",
      "web-1",
      "--- these do not reach the cache",
      "payments",
      "Left out for an agent before 3.1.1374, which forwards no port: 1",
    ]);
    assert.match(ui.asked[0]?.details.join("\n") ?? "", /egress/i);
    assert.match(ui.shown[0]?.text ?? "", /^# Connect to open-test through web-1/);
  });

  it("offers what is not known as that", async () => {
    await begin({ faults: [{ action: "DescribeRouteTables", code: "UnauthorizedOperation" }] });
    const ui = new ScriptedUi("escape");
    assert.equal((await run(openTest, ui)).outcome, "cancelled");
    const { labels = [] } = ui.asked[0] ?? {};
    const heading = labels.indexOf("--- whether these reach the cache is not known");
    assert.ok(heading >= 0 && labels.indexOf("web-1") > heading, labels.join(", "));
  });

  it("says what is missing where the instances may not be listed, and takes an instance's ID", async () => {
    await begin({ faults: [{ action: "DescribeInstanceInformation", code: "AccessDeniedException" }] });
    const ui = new ScriptedUi({ type: instanceId });
    const [tunnel = ""] = linesOf(await run(openTest, ui));
    assert.match(ui.asked[0]?.labels.join("\n") ?? "", /ssm:DescribeInstanceInformation/);
    assert.match(tunnel, new RegExp(`--target ${instanceId} `));
  });

  it("takes nothing for an instance that is none", async () => {
    await begin();
    const result = await run({ ...openTest, instanceId: "web-1" });
    assert.ok(result.outcome === "failed" && result.failure.field === "instanceId");
  });

  it("goes to a serverless cache by its endpoint", async () => {
    await begin();
    const [tunnel = "", client = ""] = linesOf(await run({ ...storefront, instanceId }));
    assert.match(tunnel, /"host":\["storefront[\w.-]*"\]/);
    assert.match(client, /--tls --sni storefront/);
  });

  it("tests the connection through the tunnel", async () => {
    await begin();
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.on("data", () => socket.end("+PONG\r\n"));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const localPort = typeof address === "object" ? address?.port : 0;
    const result = await world.run(testConnection, { ...openTest, localPort });
    server.close();
    assert.equal(result.outcome, "done", JSON.stringify(result));
    assert.match(JSON.stringify(result), /"name":"PING","ok":true/);
    const wrong = await world.run(testConnection, { ...openTest, localPort: 70_000 });
    assert.ok(wrong.outcome === "failed" && wrong.failure.field === "localPort");
  });
});
