import assert from "node:assert/strict";
import { readSharedConfig } from "../../../src/profiles/sharedConfig/read";
import { type FakeAws, groups, startFakeAws, xml } from "./support/fakeAws";
import { type FakeProxy, startFakeProxy } from "./support/fakeProxy";
import { failureIn, makeWorld, valueIn, type World } from "./support/world";

const region = "us-west-2";

describe("profiles side by side", () => {
  let a: FakeAws;
  let b: FakeAws;
  let c: FakeAws;
  let proxy: FakeProxy;
  let world: World;
  const keysSeen = (fake: FakeAws): string[] => [
    ...new Set(fake.asked.map(({ accessKeyId }) => accessKeyId ?? "")),
  ];

  beforeEach(async () => {
    const start = () => startFakeAws((_asked, response) => xml(response, groups([])));
    [a, b, c] = await Promise.all([start(), start(), start()]);
    proxy = await startFakeProxy(() => 0, "nobody:knows");
    world = await makeWorld(
      `[default]
region = us-east-1
endpoint_url = ${a.url}
[profile prod]
region = eu-west-1
[profile local]
endpoint_url = ${b.url}
[profile mixed]
services = mine
[services mine]
elasticache =
  endpoint_url = ${c.url}
[profile lost]
services = nowhere
`,
      ["default", "prod", "local", "mixed", "lost"]
        .map(
          (name) =>
            `[${name}]\naws_access_key_id = AKIA${name.toUpperCase()}\naws_secret_access_key = secret-of-${name}\n`,
        )
        .join(""),
    );
  });
  afterEach(async () => {
    await world.close();
    await Promise.all([a.close(), b.close(), c.close(), proxy.close()]);
  });

  const list = (profile: string) => world.aws.listCacheSecurityGroups({ profile, region });

  for (const environment of [
    {},
    { AWS_PROFILE: "default", AWS_REGION: "ap-south-1", AWS_DEFAULT_REGION: "ap-south-1" },
    {
      AWS_PROFILE: "local",
      AWS_ACCESS_KEY_ID: "AKIAENVIRONMENT",
      AWS_SECRET_ACCESS_KEY: "environment-secret",
    },
  ]) {
    it(`sends each one's requests to its own endpoint only, with ${Object.keys(environment).join(", ") || "a clean environment"}`, async () => {
      const before = { ...process.env };
      Object.assign(process.env, environment, {
        AWS_CONFIG_FILE: `${world.home}/.aws/config`,
        AWS_SHARED_CREDENTIALS_FILE: `${world.home}/.aws/credentials`,
      });
      // What goes to AWS itself meets a proxy that lets nothing through.
      world.environment = { ...environment, HTTPS_PROXY: proxy.url };
      try {
        const endpoint = await world.aws.configuredEndpoint({ profile: "prod", region }, "elasticache");
        assert.equal(valueIn(endpoint), undefined);
        failureIn(await list("prod"));
        assert.deepEqual([...new Set(proxy.tunnels)], ["elasticache.us-west-2.amazonaws.com:443"]);
        valueIn(await list("default"));
        valueIn(await list("local"));
        valueIn(await list("mixed"));
        assert.deepEqual(keysSeen(a), ["AKIADEFAULT"]);
        assert.deepEqual(keysSeen(b), ["AKIALOCAL"]);
        assert.deepEqual(keysSeen(c), ["AKIAMIXED"]);
        assert.deepEqual(
          [...new Set([a, b, c].flatMap(({ asked }) => asked.map((one) => one.region)))],
          [region],
        );
      } finally {
        process.env = before;
      }
    });
  }

  it("sends nothing for a profile whose services section is missing", async () => {
    const failure = failureIn(await list("lost"));
    assert.equal(failure.kind, "credentials");
    assert.match(failure.message, /Profile lost names a services section that is missing/);
  });

  it("follows the environment's endpoints as botocore does: for the service, for all, before the files", async () => {
    world.environment = { AWS_ENDPOINT_URL_ELASTICACHE: c.url, AWS_ENDPOINT_URL: a.url };
    const of = async (service: "elasticache" | "ec2" | "sts") =>
      valueIn(await world.aws.configuredEndpoint({ profile: "local", region }, service));
    assert.deepEqual([await of("elasticache"), await of("ec2"), await of("sts")], [c.url, a.url, a.url]);
    world.environment = { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "TRUE", AWS_ENDPOINT_URL: a.url };
    assert.equal(await of("elasticache"), undefined);
    world.environment = { AWS_ENDPOINT_URL: "" };
    assert.equal(await of("elasticache"), b.url);
  });

  for (const [settings, region, host] of [
    ["", "us-west-2", "elasticache.us-west-2.amazonaws.com:443"],
    ["", "cn-north-1", "elasticache.cn-north-1.amazonaws.com.cn:443"],
    ["", "eusc-de-east-1", "elasticache.eusc-de-east-1.amazonaws.eu:443"],
    ["use_fips_endpoint = true", "us-gov-west-1", "elasticache.us-gov-west-1.amazonaws.com:443"],
    ["use_fips_endpoint = true", "us-east-1", "elasticache-fips.us-east-1.amazonaws.com:443"],
    ["use_fips_endpoint = 1", "us-east-1", "elasticache.us-east-1.amazonaws.com:443"],
    ["use_dualstack_endpoint = True", "us-east-1", "elasticache.us-east-1.api.aws:443"],
  ] as const) {
    it(`asks ${host} for ${region}${settings && ` with ${settings}`}, whatever the environment's region`, async () => {
      world.environment = { HTTPS_PROXY: proxy.url, AWS_REGION: "sa-east-1", AWS_PROFILE: "local" };
      await world.write("config", `[profile prod]\nregion = eu-west-1\n${settings}\n`);
      failureIn(await world.aws.listCacheSecurityGroups({ profile: "prod", region }));
      assert.deepEqual([...new Set(proxy.tunnels)], [host]);
    });
  }

  it("asks nothing for 499 of 500 profiles when one is opened", async () => {
    const names = Array.from({ length: 500 }, (_, n) => `many-${n}`);
    await world.write("config", names.map((name) => `[profile ${name}]\nendpoint_url = ${a.url}\n`).join(""));
    await world.write(
      "credentials",
      names.map((name) => `[${name}]\naws_access_key_id = AKIA${name}\naws_secret_access_key = x\n`).join(""),
    );
    const config = await readSharedConfig({ environment: {}, home: world.home });
    assert.equal(config.profiles.size, 500);
    assert.equal(a.asked.length, 0);
    valueIn(await list("many-321"));
    assert.deepEqual(keysSeen(a), ["AKIAmany-321"]);
  });

  it("refuses an endpoint URL that is none, and takes a good one as it is beside use_fips_endpoint", async () => {
    for (const url of ["localhost:8000", "ftp://127.0.0.1", "http://", "nonsense", "file:///etc/passwd"]) {
      await world.write("config", `[profile local]\nendpoint_url = ${url}\n`);
      const failure = failureIn(await list("local"));
      assert.equal(failure.kind, "credentials", url);
      assert.match(failure.message, /endpoint URL of profile local is not one/);
    }
    await world.write("config", `[profile local]\nendpoint_url = ${b.url}\nuse_fips_endpoint = true\n`);
    valueIn(await list("local"));
  });

  it("refuses a region that could lead elsewhere", async () => {
    for (const odd of ["evil.example/", "a b", "", "-x", "@evil"]) {
      const failure = failureIn(await world.aws.listCacheSecurityGroups({ profile: "local", region: odd }));
      assert.equal(failure.kind, "invalidParameter", odd);
    }
    assert.equal(b.asked.length, 0);
  });

  it("says so of a profile that does not exist, and tries no other", async () => {
    const failure = failureIn(await list("locl"));
    assert.equal(failure.kind, "credentials");
    assert.match(failure.message, /There is no profile locl/);
    assert.equal(a.asked.length + b.asked.length + c.asked.length, 0);
  });

  it("uses a rotated key at the next request, and survives the file's deletion", async () => {
    valueIn(await list("local"));
    await world.write(
      "credentials",
      "[local]\naws_access_key_id = AKIANEW\naws_secret_access_key = new-secret-new\n",
    );
    valueIn(await list("local"));
    assert.deepEqual(keysSeen(b), ["AKIALOCAL", "AKIANEW"]);
    await world.write("credentials", "");
    assert.match(failureIn(await list("local")).message, /Profile local has no credentials/);
    await world.write(
      "credentials",
      "[local]\naws_access_key_id = AKIAAGAIN\naws_secret_access_key = again-secret\n",
    );
    valueIn(await list("local"));
    assert.deepEqual(keysSeen(b), ["AKIALOCAL", "AKIANEW", "AKIAAGAIN"]);
  });

  it("takes a key pair and its token from one file, never half from each", async () => {
    await world.write(
      "config",
      `[profile local]\nendpoint_url = ${b.url}\naws_access_key_id = AKIAOLD\naws_secret_access_key = old\naws_session_token = old-token\n`,
    );
    valueIn(await list("local"));
    assert.equal(b.asked[0]?.accessKeyId, "AKIALOCAL");
    assert.equal(b.asked[0]?.headers["x-amz-security-token"], undefined);
  });
});
