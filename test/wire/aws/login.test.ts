import assert from "node:assert/strict";
import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type FakeAws, groups, startFakeAws, xml } from "./support/fakeAws";
import { failureIn, makeWorld, valueIn, type World } from "./support/world";

const region = "us-west-2";
const session = "arn:aws:iam::111122223333:user/jane";
const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

/** What `aws login` leaves behind. */
const saved = {
  accessToken: {
    accessKeyId: "ASIALOGIN",
    secretAccessKey: "login-secret",
    sessionToken: "login-token",
    accountId: "111122223333",
    expiresAt: "2099-01-01T00:00:00Z",
  },
  clientId: "arn:aws:signin:::devtools/same-device",
  refreshToken: "refresh-token",
  dpopKey: privateKey.export({ type: "sec1", format: "pem" }),
};
const ended = { ...saved, accessToken: { ...saved.accessToken, expiresAt: "2020-01-01T00:00:00Z" } };

// The SDK tells what went wrong in words alone: one test for each that is looked for. Where an update of the
// pinned packages words it otherwise, or drops the file in memory, one of these fails.
describe("a profile of aws login", () => {
  let fake: FakeAws;
  let world: World;
  let renewal: { status: number; body: object } | "reset" = { status: 500, body: {} };
  const folder = process.env["AWS_LOGIN_CACHE_DIRECTORY"];

  beforeEach(async () => {
    fake = await startFakeAws((asked, response) => {
      if (asked.path !== "/v1/token") {
        xml(response, groups([]));
      } else if (renewal === "reset") {
        response.destroy();
      } else {
        response.writeHead(renewal.status, {
          "content-type": "application/json",
          ...(renewal.status === 403 ? { "x-amzn-errortype": "AccessDeniedException" } : {}),
        });
        response.end(JSON.stringify(renewal.body));
      }
    });
    world = await makeWorld(`[profile l]\nlogin_session = ${session}\nendpoint_url = ${fake.url}\n`);
    process.env["AWS_LOGIN_CACHE_DIRECTORY"] = join(world.home, "login");
    await mkdir(join(world.home, "login"));
  });
  afterEach(async () => {
    if (folder === undefined) {
      delete process.env["AWS_LOGIN_CACHE_DIRECTORY"];
    } else {
      process.env["AWS_LOGIN_CACHE_DIRECTORY"] = folder;
    }
    await world.close();
    await fake.close();
  });

  const list = () => world.aws.listCacheSecurityGroups({ profile: "l", region });
  const save = (content: string) => {
    const name = createHash("sha256").update(session).digest("hex");
    return writeFile(join(world.home, "login", `${name}.json`), content);
  };
  const failure = async () => {
    const it = failureIn(await list());
    assert.doesNotMatch(
      JSON.stringify(it) + world.log.join("\n"),
      /refresh-token|login-secret|login-token|\/login/,
    );
    return it;
  };
  const refused = async (error: string) => {
    await save(JSON.stringify(ended));
    renewal = { status: 403, body: { error, message: "No" } };
    const { kind, remedy, message } = await failure();
    assert.deepEqual([kind, remedy], ["credentials", "aws login --profile l"]);
    return message;
  };

  it("uses what is saved, from the file in memory that names the session", async () => {
    await save(JSON.stringify(saved));
    valueIn(await list());
    assert.deepEqual([fake.asked[0]?.accessKeyId, fake.asked.length], ["ASIALOGIN", 1]);
    assert.doesNotMatch(world.log.join("\n"), /signin/, "nothing was asked of it");
  });

  it("is renewed, and the renewed is saved", async () => {
    await save(JSON.stringify(ended));
    const accessToken = {
      accessKeyId: "ASIANEW",
      secretAccessKey: "login-secret2",
      sessionToken: "login-token2",
    };
    const body = { accessToken, tokenType: "aws_sigv4", expiresIn: 900, refreshToken: "refresh-token2" };
    renewal = { status: 200, body };
    valueIn(await list());
    assert.deepEqual(
      fake.asked.map(({ accessKeyId }) => accessKeyId),
      [undefined, "ASIANEW"],
    );
    assert.match(world.log.join("\n"), /^signin CreateOAuth2Token l\/us-\w+-\d: 200, 1 attempt/m);
  });

  it("says that nobody has signed in yet", async () => {
    const { kind, remedy, message } = await failure();
    assert.deepEqual([kind, remedy], ["credentials", "aws login --profile l"]);
    assert.match(message, /Nobody has signed in with aws login for profile l yet/);
  });

  it("says that the sign-in has ended", async () => {
    assert.match(await refused("TOKEN_EXPIRED"), /^The sign-in of profile l has ended\. Run/);
  });

  it("says that the password was changed", async () => {
    assert.match(await refused("USER_CREDENTIALS_CHANGED"), /has ended because the password was changed/);
  });

  it("says which permission is missing", async () => {
    assert.match(await refused("INSUFFICIENT_PERMISSIONS"), /lacks signin:CreateOAuth2Token/);
  });

  for (const [what, content] of [
    ["is no JSON", "{"],
    ["lacks a field", JSON.stringify({ ...saved, refreshToken: undefined })],
    ["holds no key", JSON.stringify({ ...ended, dpopKey: "none" })],
  ] as const) {
    it(`says that what is saved cannot be read, where it ${what}`, async () => {
      await save(content);
      assert.match((await failure()).message, /The saved sign-in of profile l cannot be read/);
    });
  }

  it("is not said to have ended where nobody answered", async () => {
    await save(JSON.stringify(ended));
    renewal = "reset";
    assert.equal((await failure()).kind, "network");
    renewal = { status: 500, body: { message: "No" } };
    assert.equal((await failure()).kind, "protocol");
  });
});
