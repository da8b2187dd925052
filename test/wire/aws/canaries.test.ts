import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { type FakeAws, startFakeAws } from "./support/fakeAws";
import { failureIn, makeWorld, type World } from "./support/world";

const region = "us-west-2";
const startUrl = "https://corp.awsapps.com/start";

/** Secrets that nobody could take for anything else. The longer ones are as long as AWS's. */
const secret = (length: number): string => randomBytes(length).toString("base64").slice(0, length);
const secrets = {
  key: secret(40),
  session: secret(900),
  webIdentity: `${secret(300)}.${secret(700)}.${secret(340)}`,
  access: secret(600),
  clientSecret: secret(500),
  refresh: secret(500),
  processKey: secret(40),
  processSession: secret(900),
};
/** No part of one is to be seen that is long enough to be known by. */
const parts = Object.values(secrets).flatMap((each) =>
  Array.from({ length: each.length - 15 }, (_, at) => each.slice(at, at + 16)),
);

function escaped(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Everything that came with a request, in the words of an error. */
function echoOf(headers: IncomingMessage["headers"], params: URLSearchParams): string {
  const bearer = headers["x-amz-sso_bearer_token"] ?? headers["x-amz-security-token"] ?? "";
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

describe("marked secrets", () => {
  let fake: FakeAws;
  let world: World;
  let say: (echo: string) => { code: string; message: string; requestId: string };

  beforeEach(async () => {
    fake = await startFakeAws(({ headers, params, path }, response) => {
      const { code, message, requestId } = say(echoOf(headers, params));
      const isJson = path.startsWith("/federation") || path.startsWith("/token");
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
        `[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = ${startUrl}\n`,
      ].join("\n"),
    );
    await world.write(
      "credentials",
      `[keys]\naws_access_key_id = AKIAKEYS\naws_secret_access_key = ${secrets.key}\naws_session_token = ${secrets.session}\n`,
    );
  });
  afterEach(async () => {
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
        for (const profile of ["keys", "role", "web", "process", "sso"]) {
          const target = { profile, region };
          const read = failureIn(await world.aws.listCacheSecurityGroups(target));
          const written = failureIn(await world.aws.deleteCacheSecurityGroup(target, "mygroup"));
          const seen = JSON.stringify([read, written, world.log]);
          assert.ok(
            !parts.some((part) => seen.includes(part)),
            `${profile}: ${JSON.stringify(read).slice(0, 500)}`,
          );
        }
      }
    });
  }
});
