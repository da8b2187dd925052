import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createAws } from "../../../src/aws";
import {
  containerProfileName,
  environmentProfileName,
  environmentProfiles,
} from "../../../src/profiles/environmentProfiles";
import { withProfiles } from "../../../src/profiles/inMemoryProfiles";
import { readSharedConfig } from "../../../src/profiles/sharedConfig/read";
import { error, type FakeAws, groups, result, startFakeAws, xml } from "./support/fakeAws";
import { failureIn, makeWorld, valueIn, type World } from "./support/world";

const region = "us-west-2";
const keys = (id: string) =>
  `<Credentials><AccessKeyId>${id}</AccessKeyId><SecretAccessKey>other-secret</SecretAccessKey><SessionToken>other-token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>`;

describe("other credentials", () => {
  let fake: FakeAws;
  let world: World;

  beforeEach(async () => {
    fake = await startFakeAws((asked, response) => {
      xml(
        response,
        asked.action === "AssumeRoleWithWebIdentity" ? result(asked.action, keys("ASIAWEB")) : groups([]),
      );
    });
    world = await makeWorld("");
  });
  afterEach(async () => {
    await world.close();
    await fake.close();
  });
  const list = (profile: string) => world.aws.listCacheSecurityGroups({ profile, region });

  it("assumes a role with a web identity, unsigned, with the token of the file", async () => {
    const file = join(world.home, "token");
    const settings = `role_arn = arn:aws:iam::111122223333:role/w\nweb_identity_token_file = ${file}\nendpoint_url = ${fake.url}\n`;
    await world.write("config", `[profile web]\n${settings}[profile later]\n${settings}`);
    assert.match(failureIn(await list("web")).message, /token file of profile web is missing/);
    await writeFile(file, "the-web-token\n");
    valueIn(await list("web"));
    const [asked, then] = fake.asked;
    assert.equal(asked?.params.get("WebIdentityToken"), "the-web-token");
    assert.equal(asked?.headers.authorization, undefined);
    assert.equal(then?.accessKeyId, "ASIAWEB");
    fake.answer = (_asked, response) => error(response, "InvalidIdentityToken", "the-web-token is bad");
    const failure = failureIn(await list("later"));
    assert.equal(failure.kind, "credentials");
    assert.doesNotMatch(failure.message, /the-web-token/);
  });

  it("has the environment's keys and the container's as profiles of their own", async () => {
    const container = await startFakeAws((asked, response) => {
      assert.equal(asked.headers.authorization, "container-token");
      response.writeHead(200, { "content-type": "application/json" });
      response.end(
        JSON.stringify({
          AccessKeyId: "ASIACONTAINER",
          SecretAccessKey: "container-secret",
          Token: "container-session",
          Expiration: "2099-01-01T00:00:00Z",
        }),
      );
    });
    const environment = {
      AWS_ACCESS_KEY_ID: "AKIAENV",
      AWS_SECRET_ACCESS_KEY: "env-secret",
      AWS_REGION: "eu-west-1",
      AWS_ENDPOINT_URL: fake.url,
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `${container.url}/creds`,
      AWS_CONTAINER_AUTHORIZATION_TOKEN: "container-token",
    };
    const aws = createAws({
      environment,
      home: world.home,
      config: async () =>
        withProfiles(
          await readSharedConfig({ environment, home: world.home }),
          environmentProfiles(environment),
        ),
      requestTimeout: () => 5,
      processTimeout: () => 60,
      askMfaCode: async () => undefined,
      log: () => undefined,
    });
    try {
      valueIn(await aws.listCacheSecurityGroups({ profile: environmentProfileName, region }));
      valueIn(await aws.listCacheSecurityGroups({ profile: containerProfileName, region }));
      assert.deepEqual(
        fake.asked.map(({ accessKeyId }) => accessKeyId),
        ["AKIAENV", "ASIACONTAINER"],
      );
      assert.deepEqual(
        environmentProfiles(environment).map((profile) => [profile.name, profile.origin, profile.region]),
        [
          [environmentProfileName, "environment", "eu-west-1"],
          [containerProfileName, "container", "eu-west-1"],
        ],
      );
    } finally {
      aws.dispose();
      await container.close();
    }
  });
});
