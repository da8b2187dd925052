import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { parts, writings } from "../canaries/writings";
import { type FakeAws, startFakeAws } from "./support/fakeAws";
import { failureIn, makeWorld, type World } from "./support/world";

const region = "us-west-2";
const startUrl = "https://corp.awsapps.com/start";

/** Secrets that nobody could take for anything else, of which a code or an id could be made. As long as AWS's. */
const secret = (length: number): string => randomBytes(length).toString("base64url").slice(0, length);
const secrets = {
  key: secret(40),
  session: secret(900),
  webIdentity: `${secret(300)}.${secret(700)}.${secret(340)}`,
  access: secret(600),
  clientSecret: secret(500),
  refresh: secret(500),
  processKey: secret(40),
  processSession: secret(900),
  loginKey: secret(40),
  loginSession: secret(900),
  loginRefresh: secret(500),
  proxyPassword: secret(30),
};
const mfaCode = "730516";
/** No part of one is to be seen that is long enough to be known by. */
const marks = Object.values(secrets).flatMap((each) =>
  Array.from({ length: each.length - 15 }, (_, at) => each.slice(at, at + 16)),
);

/** Their thirds in other writings, as far as those make others of them. */
const encoded = Object.values(secrets).flatMap((each) =>
  parts(each, 3).flatMap((part) => Object.values(writings).map((write) => write(part))),
);

function escaped(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Everything that came with a request, in the words of an error. */
function echoOf(headers: IncomingMessage["headers"], params: URLSearchParams): string {
  const bearer =
    headers["x-amz-sso_bearer_token"] ??
    headers["x-amz-security-token"] ??
    headers["proxy-authorization"] ??
    "";
  return `${String(bearer)} ${[...params].map(([name, value]) => `${name}=${value}`).join(" ")} ${headers.authorization}`;
}

/** In which ways an endpoint can repeat what it was sent. */
const echoes: Readonly<
  Record<string, (echo: string) => { code: string; message: string; requestId: string }>
> = {
  "in its words": (echo) => ({
    code: "ValidationError",
    message: `Value '${echo}' is wrong`,
    requestId: "r",
  }),
  "cut in the middle, as STS does": (echo) => ({
    code: "ValidationError",
    message: `Value '${echo.slice(0, 200)}...' is wrong`,
    requestId: "r",
  }),
  "behind much else": (echo) => ({ code: "X", message: `${"x".repeat(290)} ${echo}`, requestId: "r" }),
  ...Object.fromEntries(
    Object.entries(writings).map(([how, write]) => [
      `${how}, in thirds`,
      (echo: string) => ({
        code: "ValidationError",
        message: echo
          .split(/\s+/)
          .flatMap((word) => parts(word, 3).map(write))
          .join(" "),
        requestId: write(echo.slice(0, 20)),
      }),
    ]),
  ),
  "as its code": (echo) => ({ code: echo.slice(0, 100), message: "No", requestId: "r" }),
  "as parts of its code": (echo) => ({
    code: echo.replace(/[^A-Za-z0-9]/g, "").slice(0, 60),
    message: "No",
    requestId: "r",
  }),
  "as its request id": (echo) => ({ code: "AccessDenied", message: "No", requestId: echo.slice(0, 100) }),
  "as the field at fault": (echo) => ({ code: "InvalidParameterValue", message: echo, requestId: "r" }),
  "as the action that is denied": (echo) => ({
    code: "AccessDenied",
    message: `User: x is not authorized to perform: elasticache:${echo}`,
    requestId: "r",
  }),
};

const loginSession = "arn:aws:iam::111122223333:user/jane";
const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

describe("marked secrets", () => {
  let fake: FakeAws;
  let world: World;
  let loginFolder: string | undefined;
  let say: (echo: string) => { code: string; message: string; requestId: string };

  beforeEach(async () => {
    fake = await startFakeAws(({ headers, params, path, body }, response) => {
      const { code, message, requestId } = say(`${echoOf(headers, params)} ${body}`);
      const isJson = /^\/(?:federation|token|v1\/token)/.test(path);
      const line = requestId.replace(/[^\x21-\x7e]/g, "");
      response.writeHead(400, {
        "content-type": isJson ? "application/json" : "text/xml",
        "x-amzn-requestid": line,
        ...(isJson ? { "x-amzn-errortype": code.replace(/[^\x21-\x7e]/g, "") } : {}),
      });
      response.end(
        isJson
          ? JSON.stringify({ message, error: code })
          : `<ErrorResponse><Error><Code>${escaped(code)}</Code><Message>${escaped(message)}</Message></Error><RequestId>${escaped(requestId)}</RequestId></ErrorResponse>`,
      );
    });
    const endpoint = `endpoint_url = ${fake.url}\n`;
    const role = "role_arn = arn:aws:iam::111122223333:role/r\n";
    world = await makeWorld("");
    // Behind it the same endpoint: what it is told is repeated too.
    world.environment = { http_proxy: `http://jane:${secrets.proxyPassword}@${fake.host}` };
    world.mfa = async () => (world.asked.length % 2 === 1 ? mfaCode : undefined);
    const folder = join(world.home, ".aws", "login", "cache");
    loginFolder = process.env["AWS_LOGIN_CACHE_DIRECTORY"];
    process.env["AWS_LOGIN_CACHE_DIRECTORY"] = folder;
    await world.write(
      join("login", "cache", `${createHash("sha256").update(loginSession).digest("hex")}.json`),
      JSON.stringify({
        accessToken: {
          ...{
            accessKeyId: "ASIALOGIN",
            secretAccessKey: secrets.loginKey,
            sessionToken: secrets.loginSession,
          },
          ...{ accountId: "111122223333", expiresAt: "2020-01-01T00:00:00Z" },
        },
        ...{ clientId: "c", refreshToken: secrets.loginRefresh },
        dpopKey: privateKey.export({ type: "sec1", format: "pem" }),
      }),
    );
    await world.write("web-identity", secrets.webIdentity);
    const printed = {
      Version: 1,
      AccessKeyId: "AKIAPROC",
      SecretAccessKey: secrets.processKey,
      SessionToken: secrets.processSession,
    };
    await world.write("printed.json", JSON.stringify(printed));
    await world.write(
      "config",
      [
        `[profile keys]\n${endpoint}`,
        `[profile role]\nsource_profile = keys\n${role}${endpoint}`,
        `[profile web]\nweb_identity_token_file = ${join(world.home, ".aws", "web-identity")}\n${role}${endpoint}`,
        `[profile process]\ncredential_process = cat "${join(world.home, ".aws", "printed.json")}"\n${endpoint}`,
        `[profile sso]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = r\n${endpoint}`,
        `[profile mfa]\nsource_profile = keys\nmfa_serial = arn:aws:iam::111122223333:mfa/jane\n${role}${endpoint}`,
        `[profile proxied]\nsource_profile = keys\n${role}endpoint_url = http://aws.example\n`,
        `[profile login]\nlogin_session = ${loginSession}\n${endpoint}`,
        `[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = ${startUrl}\n`,
      ].join("\n"),
    );
    await world.write(
      "credentials",
      `[keys]\naws_access_key_id = AKIAKEYS\naws_secret_access_key = ${secrets.key}\naws_session_token = ${secrets.session}\n`,
    );
  });
  afterEach(async () => {
    if (loginFolder === undefined) {
      delete process.env["AWS_LOGIN_CACHE_DIRECTORY"];
    } else {
      process.env["AWS_LOGIN_CACHE_DIRECTORY"] = loginFolder;
    }
    await world.close();
    await fake.close();
  });

  const signIn = (expiresAt: string) =>
    world.write(
      join("sso", "cache", `${createHash("sha1").update("corp").digest("hex")}.json`),
      JSON.stringify({
        ...{ startUrl, region: "eu-west-1", accessToken: secrets.access, expiresAt },
        ...{ clientId: "client", clientSecret: secrets.clientSecret, refreshToken: secrets.refresh },
      }),
    );

  for (const [how, echo] of Object.entries(echoes)) {
    it(`are nowhere, whole or in parts, where an endpoint repeats them ${how}`, async () => {
      say = echo;
      for (const expiresAt of ["2099-01-01T00:00:00Z", "2020-01-01T00:00:00Z"]) {
        await signIn(expiresAt);
        for (const profile of ["keys", "role", "mfa", "web", "process", "sso", "login", "proxied"]) {
          const target = { profile, region };
          const read = failureIn(await world.aws.listCacheSecurityGroups(target));
          const changed = failureIn(await world.aws.deleteCacheSecurityGroup(target, "mygroup"));
          const seen = JSON.stringify([read, changed, world.log]);
          assert.ok(
            !marks.some((mark) => seen.includes(mark)) && !seen.includes(mfaCode),
            `${profile}: ${JSON.stringify(read).slice(0, 500)}`,
          );
          const trace = encoded.find((each) => seen.includes(each));
          assert.equal(trace, undefined, `${profile}: ${JSON.stringify(read).slice(0, 500)}`);
        }
      }
      const told = fake.asked.map(({ headers, body }) => JSON.stringify([headers, body])).join("\n");
      const basic = Buffer.from(`jane:${secrets.proxyPassword}`).toString("base64");
      for (const sent of [secrets.loginRefresh, secrets.refresh, secrets.webIdentity, mfaCode, basic]) {
        assert.ok(told.includes(sent), "it has been told");
      }
    });
  }
});
