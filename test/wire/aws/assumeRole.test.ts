import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { error, type FakeAws, groups, result, startFakeAws, xml } from "./support/fakeAws";
import { failureIn, makeWorld, valueIn, type World } from "./support/world";

const region = "us-west-2";
const roleArn = "arn:aws:iam::111122223333:role/reader";
const device = "arn:aws:iam::111122223333:mfa/jane";

function roleKeys(n: number, expires = "2099-01-01T00:00:00Z"): string {
  return result(
    "AssumeRole",
    `<Credentials><AccessKeyId>ASIAROLE${n}</AccessKeyId><SecretAccessKey>role-secret-${n}</SecretAccessKey><SessionToken>role-token-${n}</SessionToken><Expiration>${expires}</Expiration></Credentials>`,
  );
}

describe("roles", () => {
  let fake: FakeAws;
  let world: World;
  let given = 0;

  beforeEach(async () => {
    given = 0;
    fake = await startFakeAws((asked, response) => {
      if (asked.action !== "AssumeRole") {
        xml(response, groups([]));
      } else if (asked.params.has("TokenCode") && asked.params.get("TokenCode") !== "123456") {
        error(
          response,
          "AccessDenied",
          "MultiFactorAuthentication failed with invalid MFA one time pass code. ",
          403,
        );
      } else {
        given += 1;
        xml(response, roleKeys(given));
      }
    });
    world = await makeWorld(
      `[default]
endpoint_url = ${fake.url}
[profile base]
region = eu-west-1
endpoint_url = ${fake.url}
[profile role]
role_arn = ${roleArn}
source_profile = base
region = eu-west-1
external_id = ext
role_session_name = jane
duration_seconds = 1800
endpoint_url = ${fake.url}
[profile chained]
role_arn = arn:aws:iam::444455556666:role/deep
source_profile = role
region = eu-central-1
endpoint_url = ${fake.url}
[profile mfa]
role_arn = ${roleArn}
source_profile = base
mfa_serial = ${device}
endpoint_url = ${fake.url}
[profile typo]
role_arn = ${roleArn}
source_profile = bse
endpoint_url = ${fake.url}
[profile loop1]
role_arn = ${roleArn}
source_profile = loop2
endpoint_url = ${fake.url}
[profile loop2]
role_arn = ${roleArn}
source_profile = loop1
endpoint_url = ${fake.url}
[profile self]
role_arn = ${roleArn}
source_profile = self
aws_access_key_id = AKIASELF
aws_secret_access_key = self-secret-self
endpoint_url = ${fake.url}
[profile selfless]
role_arn = ${roleArn}
source_profile = selfless
endpoint_url = ${fake.url}
[profile both]
role_arn = ${roleArn}
source_profile = base
credential_source = Environment
endpoint_url = ${fake.url}
[profile neither]
role_arn = ${roleArn}
endpoint_url = ${fake.url}
[profile env]
role_arn = ${roleArn}
credential_source = Environment
endpoint_url = ${fake.url}
[profile odd]
role_arn = ${roleArn}
credential_source = environment
endpoint_url = ${fake.url}
`,
      "[default]\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = default-secret\n[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = base-secret-base\n",
    );
  });
  afterEach(async () => {
    await world.close();
    await fake.close();
  });

  const list = (profile: string, inRegion = region) =>
    world.aws.listCacheSecurityGroups({ profile, region: inRegion });
  const asked = () => fake.asked.map((one) => `${one.action} ${one.accessKeyId} ${one.region}`);
  const assumed = () => fake.asked.filter(({ action }) => action === "AssumeRole");

  it("assumes a role with the source profile's keys, in the profile's own region, with its settings", async () => {
    valueIn(await list("role"));
    assert.deepEqual(asked(), [
      "AssumeRole AKIABASE eu-west-1",
      "DescribeCacheSecurityGroups ASIAROLE1 us-west-2",
    ]);
    const { params } = assumed()[0] ?? assert.fail();
    assert.deepEqual(
      ["RoleArn", "ExternalId", "RoleSessionName", "DurationSeconds"].map((name) => params.get(name)),
      [roleArn, "ext", "jane", "1800"],
    );
    assert.equal(fake.asked[1]?.headers["x-amz-security-token"], "role-token-1");
  });

  it("follows a chain of roles, and shares what is on the way", async () => {
    valueIn(await list("chained"));
    valueIn(await list("role"));
    assert.deepEqual(asked(), [
      "AssumeRole AKIABASE eu-west-1",
      "AssumeRole ASIAROLE1 eu-central-1",
      "DescribeCacheSecurityGroups ASIAROLE2 us-west-2",
      "DescribeCacheSecurityGroups ASIAROLE1 us-west-2",
    ]);
  });

  it("asks for an MFA code once for five regions at once, naming the device", async () => {
    world.seconds = 0.5;
    world.mfa = () => new Promise((resolve) => setTimeout(resolve, 1200, "123456"));
    const regions = ["us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1"];
    const lists = await Promise.all(regions.map((each) => list("mfa", each)));
    assert.deepEqual(lists.map(valueIn), [[], [], [], [], []]);
    assert.deepEqual(world.asked, [{ profile: "mfa", device }]);
    assert.equal(assumed().length, 1);
    assert.equal(assumed()[0]?.params.get("SerialNumber"), device);
  });

  it("asks again after a wrong code, and says why", async () => {
    const codes = ["000000", "12ab", "123456"];
    world.mfa = async () => codes.shift();
    valueIn(await list("mfa"));
    assert.deepEqual(
      world.asked.map(({ refused }) => refused),
      [
        undefined,
        "AWS did not accept that code. Each code works once, for about 30 seconds",
        "A code has six digits",
      ],
    );
    assert.doesNotMatch(world.log.join("\n"), /123456|000000/);
  });

  it("fails only the profile whose question was given up, and asks it again at a later refresh", async () => {
    const [given1, given2, other] = await Promise.all([list("mfa"), list("mfa", "us-east-1"), list("role")]);
    assert.equal(failureIn(given1).kind, "cancelled");
    assert.match(failureIn(given2).message, /No MFA code was given for profile mfa/);
    valueIn(other);
    assert.equal(world.asked.length, 1);
    world.mfa = async () => "123456";
    // "No" holds for a second, for what waits at the same moment.
    let later = await list("mfa");
    while (!later.ok && later.failure.kind === "cancelled") {
      await pause(20);
      later = await list("mfa");
    }
    valueIn(later);
    assert.equal(world.asked.length, 2);
  });

  it("takes the question back when nobody waits for its answer any more", async () => {
    const controller = new AbortController();
    let takenBack = false;
    world.mfa = (_question, signal) =>
      new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          takenBack = true;
          resolve(undefined);
        });
        setTimeout(() => controller.abort(), 30);
      });
    const outcome = await world.aws.listCacheSecurityGroups(
      { profile: "mfa", region },
      { signal: controller.signal },
    );
    assert.equal(failureIn(outcome).kind, "cancelled");
    assert.ok(takenBack);
  });

  it("never falls back to other credentials for a typo in source_profile", async () => {
    const failure = failureIn(await list("typo"));
    assert.equal(failure.kind, "credentials");
    assert.match(
      failure.message,
      /Profile typo takes its credentials from profile bse, which does not exist/,
    );
    assert.equal(fake.asked.length, 0);
  });

  for (const [profile, message] of [
    ["loop1", /from itself: loop1 from loop2 from loop1/],
    ["selfless", /from itself: selfless from selfless/],
    ["both", /both a source_profile and a credential_source/],
    ["neither", /no source_profile/],
    ["odd", /credential_source that does not exist/],
    ["env", /AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set/],
  ] as const) {
    it(`says what is wrong with ${profile}, and sends nothing`, async () => {
      const failure = failureIn(await list(profile));
      assert.equal(failure.kind, "credentials");
      assert.match(failure.message, message);
      assert.equal(fake.asked.length, 0);
    });
  }

  it("does not deadlock on a loop asked from both ends at once", async () => {
    const [one, two] = await Promise.all([list("loop1"), list("loop2")]);
    assert.equal(failureIn(one).kind, "credentials");
    assert.equal(failureIn(two).kind, "credentials");
  });

  it("lets a profile be its own source, with its keys", async () => {
    valueIn(await list("self"));
    assert.match(asked()[0] ?? "", /^AssumeRole AKIASELF /);
  });

  it("takes the environment's keys where credential_source says so", async () => {
    world.environment = { AWS_ACCESS_KEY_ID: "AKIAENV", AWS_SECRET_ACCESS_KEY: "env-secret-env" };
    valueIn(await list("env"));
    assert.match(asked()[0] ?? "", /^AssumeRole AKIAENV /);
  });

  it("names the role, the profile and the action where the role is not to be had", async () => {
    fake.answer = (_asked, response) =>
      error(
        response,
        "AccessDenied",
        `User: arn:aws:iam::111122223333:user/base is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
        403,
      );
    const failure = failureIn(await list("role"));
    assert.deepEqual([failure.kind, failure.action], ["accessDenied", "sts:AssumeRole"]);
    assert.match(
      failure.message,
      /Profile role may not assume its role .*role\/reader with the credentials of profile base/,
    );
  });

  it("names the source profile where its keys are refused", async () => {
    fake.answer = (_asked, response) =>
      error(response, "InvalidClientTokenId", "The security token included in the request is invalid.", 403);
    const failure = failureIn(await list("role"));
    assert.equal(failure.kind, "credentials");
    assert.match(failure.message, /access key of profile base/);
  });

  it("resolves expired credentials again once, then reports them", async () => {
    fake.answer = (asked, response) => {
      if (asked.action === "AssumeRole") {
        given += 1;
        xml(response, roleKeys(given));
      } else if (asked.accessKeyId === "ASIAROLE1") {
        error(response, "ExpiredToken", "The security token included in the request is expired", 403);
      } else {
        xml(response, groups([]));
      }
    };
    valueIn(await list("role"));
    assert.equal(assumed().length, 2);
    fake.answer = (asked, response) => {
      if (asked.action === "AssumeRole") {
        given += 1;
        xml(response, roleKeys(given));
      } else {
        error(response, "ExpiredToken", "The security token included in the request is expired", 403);
      }
    };
    const failure = failureIn(await list("role"));
    assert.equal(failure.kind, "credentials");
    assert.match(failure.message, /The credentials of profile role have expired/);
    assert.equal(assumed().length, 3);
  });

  it("resolves the role again after its source's key was rotated, without being told", async () => {
    valueIn(await list("role"));
    await world.write(
      "credentials",
      "[base]\naws_access_key_id = AKIABASE2\naws_secret_access_key = base-secret-2\n",
    );
    valueIn(await list("role"));
    assert.deepEqual(
      assumed().map(({ accessKeyId }) => accessKeyId),
      ["AKIABASE", "AKIABASE2"],
    );
  });

  it("names the endpoint of STS where it says nothing in time", async () => {
    world.seconds = 0.3;
    fake.answer = () => undefined;
    const failure = failureIn(await list("role"));
    assert.deepEqual([failure.kind, failure.code, failure.endpoint], ["network", "ETIMEDOUT", fake.host]);
  });

  it("never logs or shows a key, a token or a secret", async () => {
    fake.answer = (asked, response) => {
      if (asked.action === "AssumeRole") {
        xml(response, roleKeys(9));
      } else {
        error(response, "InvalidParameterValue", "Odd: role-secret-9, role-token-9, base-secret-base");
      }
    };
    const failure = failureIn(await list("role"));
    assert.doesNotMatch(JSON.stringify(failure) + world.log.join("\n"), /role-secret|role-token|base-secret/);
  });
});
