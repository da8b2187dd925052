import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { accountWith, type FakeAws, startFakeAws } from "../wire/aws/support/fakeAws";
import { call, rowAt, until, wholeTree } from "./rows";
import { useAwsFiles } from "./useAwsFiles";

const region = "us-west-2";
const startUrl = "https://corp.awsapps.com/start";
const cache = path.join(homedir(), ".aws/sso/cache");
const below = (profile: string) => [profile, region, "Cache security groups"] as const;

describe("profiles of IAM Identity Center", () => {
  const files = useAwsFiles();
  let fake: FakeAws;

  before("know two sign-ins", async () => {
    const account = accountWith("faraway");
    fake = await startFakeAws((asked, response, nth) => {
      if (!asked.path.startsWith("/federation/credentials")) {
        return account(asked, response, nth);
      }
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ roleCredentials }));
    });
    const role = `sso_account_id = 111122223333\nsso_role_name = Reader\nregion = ${region}\nendpoint_url = ${fake.url}\n`;
    files.write(
      `[profile new]\nsso_session = corp\n${role}[profile old]\nsso_start_url = ${startUrl}\nsso_region = eu-west-1\n${role}
[profile lost]\nsso_session = nowhere\n${role}[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = ${startUrl}\n`,
    );
    await call("refresh");
  });
  after("sign out", async () => {
    rmSync(cache, { recursive: true, force: true });
    await fake.close();
  });

  const signIn = (of: string, token: object = {}) => {
    mkdirSync(cache, { recursive: true });
    writeFileSync(
      path.join(cache, `${createHash("sha1").update(of).digest("hex")}.json`),
      JSON.stringify({
        startUrl,
        region: "eu-west-1",
        accessToken: "access-token",
        expiresAt: "2099-01-01T00:00:00Z",
        ...token,
      }),
    );
  };
  const failureOf = async (profile: string) => {
    const result = await call("refresh", { profile, region });
    assert.ok(result.outcome === "failed", JSON.stringify(result));
    return result.failure;
  };

  it("say that nobody has signed in, or that a section is missing, and which command mends it", async () => {
    const rows = await wholeTree();
    for (const [profile, words] of [
      ["new", /^Not signed in$/],
      ["old", /^Not signed in$/],
      ["lost", /sso-session nowhere, which does not exist/],
    ] as const) {
      const failure = rowAt(rows, ...below(profile).slice(0, 2))?.children?.[0];
      assert.match(failure?.contextValue ?? "", /^failure\.credentials\b/);
      assert.ok(failure);
      assert.match(failure.label, words);
    }
    assert.equal((await failureOf("new")).remedy, "aws sso login --profile new");
    assert.equal((await failureOf("lost")).remedy, undefined);
    assert.deepEqual(fake.asked, []);
  });

  it("say that a sign-in has ended, and why it cannot be renewed", async () => {
    signIn("corp", { expiresAt: "2020-01-01T00:00:00Z" });
    const { message, remedy } = await failureOf("new");
    assert.match(message, /has ended\. It was saved without the client id/);
    assert.equal(remedy, "aws sso login --profile new");
    assert.deepEqual(fake.asked, []);
  });

  it("load by themselves once somebody has signed in", async () => {
    signIn("corp");
    await until((rows) => rowAt(rows, ...below("new"), "faraway") !== undefined, "the branch");
    signIn(startUrl);
    await until((rows) => rowAt(rows, ...below("old"), "faraway") !== undefined, "the branch");
    assert.ok(fake.asked.some(({ headers }) => headers["x-amz-sso_bearer_token"] === "access-token"));
  });
});

const roleCredentials = {
  accessKeyId: "ASIASSO",
  secretAccessKey: "sso-secret-sso",
  sessionToken: "sso-token-sso",
  expiration: Date.now() + 3_600_000,
};
