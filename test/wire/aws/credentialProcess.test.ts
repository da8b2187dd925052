import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { until } from "../../support/until";
import { type FakeAws, groups, startFakeAws, xml } from "./support/fakeAws";
import { failureIn, makeWorld, valueIn, type World } from "./support/world";

const target = { profile: "p", region: "us-west-2" };
const good = {
  Version: 1,
  AccessKeyId: "AKIAPROC",
  SecretAccessKey: "process-secret",
  SessionToken: "process-token",
};

describe("credential_process", () => {
  let fake: FakeAws;
  let world: World;

  beforeEach(async () => {
    fake = await startFakeAws((_asked, response) => xml(response, groups([])));
    world = await makeWorld("");
  });
  afterEach(async () => {
    await world.close();
    await fake.close();
  });

  /** A profile whose process is a Node script; its arguments hold what must never be seen. */
  async function process(script: string): Promise<void> {
    const path = join(world.home, "the tool.cjs");
    await writeFile(path, script);
    await world.write(
      "config",
      `[profile p]\nendpoint_url = ${fake.url}\ncredential_process = "${globalThis.process.execPath}" "${path}" --password hunter2hunter2 'and more'\n`,
    );
  }
  const list = () => world.aws.listCacheSecurityGroups(target);
  const failureOfList = async () => {
    const failure = failureIn(await list());
    assert.equal(failure.kind, "credentials");
    assert.match(failure.message, /profile p/);
    assert.doesNotMatch(
      JSON.stringify(failure) + world.log.join("\n"),
      /hunter2|the tool|bin.node|stderr|such/,
    );
    return failure.message;
  };

  it("gives the keys that it prints, asked once for all regions", async () => {
    await process(
      `require("fs").appendFileSync(__dirname + "/runs", process.argv.slice(2).join("|") + "\\n");
       console.log(${JSON.stringify(JSON.stringify(good))})`,
    );
    await Promise.all([list(), list(), list()]);
    valueIn(await list());
    assert.deepEqual([...new Set(fake.asked.map(({ accessKeyId }) => accessKeyId))], ["AKIAPROC"]);
    assert.equal(await readFile(join(world.home, "runs"), "utf8"), "--password|hunter2hunter2|and more\n");
  });

  for (const [name, script, message] of [
    ["fails", "console.error('stderr hunter2'); process.exit(3)", /failed with exit code 3/],
    ["prints rubbish", "console.log('hunter2 rubbish')", /something else than JSON/],
    ["prints nothing", "", /something else than JSON/],
    ["prints another version", `console.log(JSON.stringify({Version: 2}))`, /another version/],
    [
      "prints no keys",
      `console.log(JSON.stringify({Version: 1, AccessKeyId: "A"}))`,
      /no AccessKeyId and SecretAccessKey/,
    ],
    [
      "prints old credentials",
      `console.log(JSON.stringify({...${JSON.stringify(good)}, Expiration: "2020-01-01T00:00:00Z"}))`,
      /have expired/,
    ],
    [
      "prints without end",
      "setInterval(() => process.stdout.write('x'.repeat(100000)), 1)",
      /more than credentials can be/,
    ],
  ] as const) {
    it(`that ${name} is named by its profile, without its arguments`, async () => {
      await process(script);
      assert.match(await failureOfList(), message);
      assert.equal(fake.asked.length, 0);
    });
  }

  it("may take longer than a request: it may wait for a person", async () => {
    world.seconds = 0.5;
    await process(`setTimeout(() => console.log(${JSON.stringify(JSON.stringify(good))}), 900)`);
    valueIn(await list());
  });

  it("that hangs is stopped after its own time, with all that it has started", async function () {
    if (globalThis.process.platform === "win32") {
      this.skip();
    }
    world.processSeconds = 1;
    await process(
      `require("child_process").spawn(process.execPath, ["-e",
         "setInterval(() => require('fs').appendFileSync(" + JSON.stringify(__dirname + "/beats") + ", '.'), 20)"]);
       process.on("SIGTERM", () => require("fs").writeFileSync(__dirname + "/asked", ""));
       setInterval(() => {}, 1000)`,
    );
    const failing = failureOfList();
    const beats = () => readFile(join(world.home, "beats"), "utf8").catch(() => "");
    await until(async () => (await beats()) !== "", "its child runs");
    assert.match(
      await failing,
      /did not end within 1 second and was stopped\. .*elasticacheAccess\.processTimeout/,
    );
    await until(async () => {
      const before = await beats();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return (await beats()) === before;
    }, "its child is stopped too");
    assert.equal(await readFile(join(world.home, "asked"), "utf8"), "", "it was asked to end first");
  });

  it("is stopped when nobody waits for it any more", async () => {
    await process(`require("fs").writeFileSync(__dirname + "/started", ""); setInterval(() => {}, 1000)`);
    const controller = new AbortController();
    const listing = world.aws.listCacheSecurityGroups(target, { signal: controller.signal });
    await until(async () => (await readdir(world.home)).includes("started"), "it runs");
    controller.abort();
    assert.equal(failureIn(await listing).kind, "cancelled");
  });

  it("that does not exist is named by its profile, not by its path", async () => {
    await world.write(
      "config",
      "[profile p]\ncredential_process = /no/such/tool --password hunter2hunter2\n",
    );
    assert.match(await failureOfList(), /could not be started/);
  });

  it("with an open quote is said to be one", async () => {
    await world.write("config", '[profile p]\ncredential_process = "/bin/echo hunter2\n');
    assert.match(await failureOfList(), /a quote is left open/);
  });
});
