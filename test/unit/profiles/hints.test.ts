import assert from "node:assert/strict";
import { sharedConfigOf } from "../../../src/profiles/sharedConfig/read";

function hints(config: string): readonly string[] {
  const read = sharedConfigOf(
    { path: "/home/jane/.aws/config", file: { state: "read", text: config } },
    { path: "credentials", file: { state: "read", text: "[dev]\naws_access_key_id = x\n" } },
  );
  assert.deepEqual(read.problems, []);
  return (read.hints ?? []).map(({ line, message }) => `${line}: ${message}`);
}

describe("what a config file says in vain", () => {
  for (const [section, settings, hint] of [
    ["dev", "region = eu-west-1", "[profile dev] would"],
    ["dev", "sso_start_url = https://x", "[profile dev] would"],
    ["my team", "region = eu-west-1", '[profile "my team"] would'],
    ["profile my team", "region = eu-west-1", '[profile "my team"] would'],
    ["profile", "region = eu-west-1", "[profile NAME] would"],
    ["sso-session", "sso_region = eu-west-1", "[sso-session NAME] would"],
    ["profile-dev", "region = eu-west-1", "[profile profile-dev] would"],
    ["sso-session a b", "sso_region = eu-west-1", '[sso-session "a b"] would'],
    ["Profile dev", "role_arn = x", "[profile dev] would"],
    [" profile dev ", "region = eu-west-1", "[profile dev] would"],
    [" dev ", "region = eu-west-1", "[profile dev] would"],
    ["Profiles my team", "region = eu-west-1", '[profile "my team"] would'],
    ["sso_session a", "sso_region = eu-west-1", "[sso-session a] would"],
    ["SSO session a", "sso_region = eu-west-1", "[sso-session a] would"],
    ["service local", "ec2 =\n  endpoint_url = x", "[services local] would"],
  ] as const) {
    it(`is told of [${section}]`, () => {
      assert.deepEqual(hints(`[default]\nregion = us-west-2\n\n[${section}]\n${settings}\n`), [
        `4: [${section}] counts for nothing in this file; ${hint}`,
      ]);
    });
  }

  for (const config of [
    "[default]\nregion = us-west-2\n[profile dev]\nregion = eu-west-1\n",
    '[profile "my team"]\nregion = eu-west-1\n[sso-session a]\nsso_region = x\n[services b]\nec2 =\n  endpoint_url = x\n',
    "[plugins]\ncli_legacy_plugin_path = x\n[preview]\ncloudfront = true\n",
    "[some other program]\ncolour = blue\n[empty]\n",
  ]) {
    it(`is not told of ${JSON.stringify(config.slice(0, 40))}`, () => {
      assert.deepEqual(hints(config), []);
    });
  }

  it("is not told of without end", () => {
    const many = Array.from({ length: 50 }, (_, at) => `[p${at}]\nregion = x\n`).join("");
    assert.equal(hints(many).length, 10);
  });
});
