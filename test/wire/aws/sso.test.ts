import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Failure } from "../../../src/core/failures/failures";
import { type Answer, type FakeAws, groups, startFakeAws, xml } from "./support/fakeAws";
import { failureIn, makeWorld, valueIn, type World } from "./support/world";

const region = "us-west-2";
const startUrl = "https://corp.awsapps.com/start";

describe("IAM Identity Center", () => {
  let fake: FakeAws;
  let world: World;
  let portal: { status: number; body: unknown };
  let oidc: { status: number; body: unknown };

  const answer: Answer = (asked, response) => {
    const json = ({ status, body }: { status: number; body: unknown }, error?: string): void => {
      response.writeHead(status, {
        "content-type": "application/json",
        ...(error ? { "x-amzn-errortype": error } : {}),
      });
      response.end(JSON.stringify(body));
    };
    if (asked.path.startsWith("/federation/credentials")) {
      json(
        portal,
        portal.status === 401
          ? "UnauthorizedException"
          : portal.status === 403
            ? "ForbiddenException"
            : undefined,
      );
    } else if (asked.path.startsWith("/token")) {
      json(oidc, oidc.status === 400 ? "InvalidGrantException" : undefined);
    } else {
      xml(response, groups([]));
    }
  };

  beforeEach(async () => {
    portal = {
      status: 200,
      body: {
        roleCredentials: {
          accessKeyId: "ASIASSO",
          secretAccessKey: "sso-secret-sso",
          sessionToken: "sso-token-sso",
          expiration: Date.now() + 3_600_000,
        },
      },
    };
    oidc = {
      status: 200,
      body: { accessToken: "renewed-access", expiresIn: 3600, refreshToken: "renewed-refresh" },
    };
    fake = await startFakeAws(answer);
    const role = `sso_account_id = 111122223333\nsso_role_name = Reader\nendpoint_url = ${fake.url}\n`;
    world = await makeWorld(
      `[profile new]\nsso_session = corp\n${role}[profile "other one"]\nsso_session = corp\n${role}
[profile old]\nsso_start_url = ${startUrl}\nsso_region = eu-west-1\n${role}
[profile lost]\nsso_session = nowhere\n${role}
[profile partial]\nsso_session = corp\nsso_account_id = 111122223333\n
[profile differs]\nsso_session = corp\nsso_region = us-east-1\n${role}
[profile via]\nrole_arn = arn:aws:iam::444455556666:role/x\nsource_profile = new\nendpoint_url = ${fake.url}\n
[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = ${startUrl}\nsso_registration_scopes = sso:account:access\n`,
    );
  });
  afterEach(async () => {
    await world.close();
    await fake.close();
  });

  const list = (profile: string) => world.aws.listCacheSecurityGroups({ profile, region });
  const failure = async (profile: string): Promise<Failure> => {
    const it = failureIn(await list(profile));
    assert.doesNotMatch(
      JSON.stringify(it) + world.log.join("\n"),
      /access-token|client-secret|refresh-token|sso-secret/,
    );
    return it;
  };
  const tokenName = (of: string) =>
    join("sso", "cache", `${createHash("sha1").update(of).digest("hex")}.json`);
  const signIn = (of: string, token: object = {}) =>
    world.write(
      tokenName(of),
      JSON.stringify({
        startUrl,
        region: "eu-west-1",
        accessToken: "access-token",
        expiresAt: "2099-01-01T00:00:00Z",
        clientId: "client-id",
        clientSecret: "client-secret",
        registrationExpiresAt: "2099-01-01T00:00:00Z",
        refreshToken: "refresh-token",
        ...token,
      }),
    );

  it("signs in with the session's saved token, and with the older form's", async () => {
    await signIn("corp");
    valueIn(await list("new"));
    const [asked] = fake.asked;
    assert.match(asked?.path ?? "", /account_id=111122223333/);
    assert.match(asked?.path ?? "", /role_name=Reader/);
    assert.equal(asked?.headers["x-amz-sso_bearer_token"], "access-token");
    assert.equal(fake.asked[1]?.accessKeyId, "ASIASSO");
    await signIn(startUrl);
    valueIn(await list("old"));
  });

  it("says so where nobody has signed in, and loads once somebody has", async () => {
    const missing = await failure("new");
    assert.deepEqual([missing.kind, missing.remedy], ["credentials", "aws sso login --profile new"]);
    assert.match(missing.message, /Nobody has signed in to IAM Identity Center for profile new yet/);
    assert.equal((await failure("other one")).remedy, "aws sso login --profile 'other one'");
    assert.equal((await failure("via")).remedy, "aws sso login --profile new");
    await signIn("corp");
    valueIn(await list("new"));
  });

  it("says so where the sign-in has ended and cannot be renewed, each in its own words", async () => {
    const ended = { expiresAt: "2020-01-01T00:00:00Z" };
    await signIn("corp", { ...ended, clientId: undefined });
    const withoutClient = await failure("new");
    assert.match(withoutClient.message, /has ended\. It was saved without the client id/);
    assert.equal(withoutClient.remedy, "aws sso login --profile new");
    await signIn("corp", { ...ended, registrationExpiresAt: "2020-01-01T00:00:00Z" });
    assert.match((await failure("new")).message, /has ended\. The registration/);
    await signIn(startUrl, ended);
    const older = await failure("old");
    assert.match(older.message, /has ended\. A sign-in without an sso-session/);
    assert.equal(older.remedy, "aws sso login --profile old");
    await world.write(tokenName("corp"), "{ not json");
    assert.match((await failure("new")).message, /cannot be read/);
    assert.equal(fake.asked.length, 0);
  });

  it("renews a sign-in once for all its profiles and saves it for the AWS CLI", async () => {
    await signIn("corp", { expiresAt: "2020-01-01T00:00:00Z" });
    const [one, two] = await Promise.all([list("new"), list("other one")]);
    valueIn(one);
    valueIn(two);
    assert.equal(fake.asked.filter(({ path }) => path.startsWith("/token")).length, 1);
    const saved: Record<string, unknown> = JSON.parse(
      await readFile(join(world.home, ".aws", tokenName("corp")), "utf8"),
    );
    const { accessToken, refreshToken, clientId } = saved;
    assert.deepEqual(
      [accessToken, refreshToken, clientId],
      ["renewed-access", "renewed-refresh", "client-id"],
    );
  });

  it("leaves what is saved alone where the answer is not a sign-in", async () => {
    const before = { expiresAt: "2020-01-01T00:00:00Z" };
    const saved = () => readFile(join(world.home, ".aws", tokenName("corp")), "utf8");
    for (const body of [
      {},
      { redirect: "https://portal.example" },
      { accessToken: "", expiresIn: 3600 },
      { accessToken: { a: 1 }, expiresIn: 3600 },
      { accessToken: "renewed-access" },
      { accessToken: "renewed\naccess", expiresIn: 3600 },
      { accessToken: "renewed-access", expiresIn: -1 },
      { accessToken: "renewed-access", expiresIn: "soon" },
      { accessToken: "renewed-access", expiresIn: 1e300 },
    ]) {
      await signIn("corp", before);
      const text = await saved();
      oidc = { status: 200, body };
      const { kind, message } = await failure("new");
      assert.equal(kind, "protocol", message);
      assert.equal(await saved(), text);
      assert.ok(
        fake.asked.every(({ path }) => path.startsWith("/token")),
        "no broken token was sent on",
      );
    }
    assert.deepEqual(
      (await readdir(join(world.home, ".aws", "sso", "cache"))).length,
      1,
      "no other file is left",
    );
  });

  it("takes what another window has saved meanwhile, where its own renewal is refused", async () => {
    await signIn("corp", { expiresAt: "2020-01-01T00:00:00Z" });
    oidc = { status: 400, body: { error: "invalid_grant" } };
    const { answer } = fake;
    fake.answer = async (asked, response, nth) => {
      if (asked.path.startsWith("/token")) {
        await signIn("corp", { accessToken: "access-token2" });
      }
      await answer(asked, response, nth);
    };
    valueIn(await list("new"));
    const asked = fake.asked.find(({ path }) => path.startsWith("/federation"));
    assert.equal(asked?.headers["x-amz-sso_bearer_token"], "access-token2");
  });

  it("is not said to have ended where it could not be asked, or failed itself", async () => {
    await signIn("corp", { expiresAt: "2020-01-01T00:00:00Z" });
    oidc = { status: 500, body: {} };
    assert.doesNotMatch((await failure("new")).message, /has ended/);
    await signIn("corp");
    for (const roleCredentials of [
      {},
      { accessKeyId: "ASIA\u200b", secretAccessKey: "sso-secret-sso", sessionToken: "sso-token-sso" },
      { accessKeyId: 1, secretAccessKey: {}, sessionToken: [] },
    ]) {
      portal = { status: 200, body: { roleCredentials } };
      assert.equal((await failure("new")).kind, "protocol");
    }
  });

  it("asks for a new sign-in where it is not renewed, or not accepted any more", async () => {
    await signIn("corp", { expiresAt: "2020-01-01T00:00:00Z" });
    oidc = { status: 400, body: { error: "invalid_grant" } };
    assert.match((await failure("new")).message, /has ended\. IAM Identity Center did not renew it/);
    await signIn("corp");
    portal = { status: 401, body: { message: "Session token not found or invalid" } };
    const refused = await failure("new");
    assert.match(refused.message, /has ended\. IAM Identity Center does not accept it any more/);
    assert.equal(refused.remedy, "aws sso login --profile new");
  });

  it("tells a role that is not assigned from a sign-in that has ended", async () => {
    await signIn("corp");
    portal = { status: 403, body: { message: "No access" } };
    const denied = await failure("new");
    assert.equal(denied.kind, "accessDenied");
    assert.match(denied.message, /does not give profile new the role Reader in account 111122223333/);
    assert.equal(denied.remedy, undefined);
  });

  it("says what is wrong with the settings", async () => {
    assert.match((await failure("lost")).message, /sso-session nowhere, which does not exist/);
    assert.match((await failure("partial")).message, /lacks sso_role_name/);
    assert.match((await failure("differs")).message, /disagree about sso_region/);
  });

  it("does not take a sign-in page for an answer", async () => {
    await signIn("corp");
    fake.answer = (_asked, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<html></html>");
    };
    assert.equal((await failure("new")).kind, "protocol");
    await rm(join(world.home, ".aws"), { recursive: true });
  });
});
