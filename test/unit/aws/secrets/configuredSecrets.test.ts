import assert from "node:assert/strict";
import { configuredSecrets } from "../../../../src/aws/secrets/configuredSecrets";
import { sharedConfigOf } from "../../../../src/profiles/sharedConfig/read";

function secretsIn(config: string, environment: Record<string, string> = {}, proxy?: string) {
  const read = sharedConfigOf(
    { path: "config", file: { state: "read", text: config } },
    { path: "credentials", file: { state: "missing" } },
  );
  return configuredSecrets(read, environment, proxy ? { proxySupport: "on", proxy } : undefined);
}

describe("secrets that stand in settings", () => {
  it("are the user and the password in an address, as written and as sent", () => {
    const found = secretsIn(
      "[profile a]\nendpoint_url = https://jane:p%40ssword@host/\n[services s]\nec2 =\n  endpoint_url = http://onlytoken@host\n",
      { HTTPS_PROXY: "http://joe:second-password@proxy:3128", AWS_ENDPOINT_URL_EC2: "https://x:third@h" },
      "http://jim:fourth-password@proxy",
    );
    for (const secret of [
      ...["p%40ssword", "p@ssword", "jane:p@ssword", "onlytoken"],
      ...["second-password", "joe:second-password", "third", "fourth-password"],
    ]) {
      assert.ok(found.includes(secret), secret);
    }
  });

  it("are keys, of profiles too that nobody has opened, and an external ID: none that is a word or a number", () => {
    const [key, token, id] = [
      "wJalrXUtnFEMI/K7MDENG",
      "IQoJb3JpZ2luX2VjEXAMPLE",
      "0c6f2b9e-8e3c-4a55-9d0e-1",
    ];
    assert.deepEqual(
      secretsIn(
        `[profile a]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = ${key}\naws_session_token = ${token}\n[profile b]\nexternal_id = ${id}\n[profile c]\nexternal_id = 111122223333\n[profile d]\naws_secret_access_key = localstack\n`,
      ),
      [key, token, id],
    );
  });

  it("are what an indented line makes a part of the setting above it", () => {
    const found = secretsIn(
      "[profile a]\nregion = us-west-2\n  aws_secret_access_key = wJalrXUtnFEMI\n  output = json\n[profile b]\nrole_arn = x\n  IQoJb3JpZ2luX2VjEXAMPLE\n",
    );
    assert.deepEqual(found, ["wJalrXUtnFEMI", "IQoJb3JpZ2luX2VjEXAMPLE"]);
  });

  it("are not addresses without a user, nor names with an @", () => {
    assert.deepEqual(
      secretsIn("[profile a]\nendpoint_url = https://host/\nrole_session_name = jane@corp\n", {
        NO_PROXY: "localhost",
        HTTPS_PROXY: "http://proxy:3128",
      }),
      [],
    );
  });

  it("do not stand in a region, whatever is indented below it", () => {
    const { profiles } = sharedConfigOf(
      {
        path: "config",
        file: {
          state: "read",
          text: "[profile a]\nregion = us-west-2\n  output = json\n  aws_secret_access_key = wJalrXUtnFEMI\n",
        },
      },
      { path: "credentials", file: { state: "missing" } },
    );
    assert.equal(profiles.get("a")?.region, "us-west-2\noutput = json\naws_secret_access_key = …");
  });
});
