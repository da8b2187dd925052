import assert from "node:assert/strict";
import { sharedConfigOf } from "../../../src/profiles/sharedConfig/read";
import { profileTooltip } from "../../../src/tree/profileTooltip";

const config = `[default]
region = us-west-2
[profile admin]
role_arn = arn:aws:iam::111122223333:role/Admin
source_profile = base
endpoint_url = https://somebody:hunter2@cache.example:8443/path?token=abc
[profile corp]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Reader
`;
const credentials = "[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = very-secret\n";
const files = { config: "/home/me/.aws/config", credentials: "/home/me/.aws/credentials" };
const { profiles } = sharedConfigOf(
  { path: files.config, file: { state: "read", text: config } },
  { path: files.credentials, file: { state: "read", text: credentials } },
);

const told = (name: string) =>
  profileTooltip(name, profiles.get(name), undefined, "", { files }).replaceAll("\\", "").split("  \n");

describe("the tooltip of a profile", () => {
  it("tells file, section, kind of credentials, role and endpoint, and nothing secret", () => {
    assert.deepEqual(told("admin"), [
      "**admin**",
      "From: /home/me/.aws/config, section [profile admin]",
      "Credentials: role arn:aws:iam::111122223333:role/Admin",
      "Role's source: base",
      "Endpoint: cache.example:8443",
    ]);
    assert.deepEqual(told("base"), [
      "**base**",
      "From: /home/me/.aws/credentials, section [base]",
      "Credentials: access key",
    ]);
    assert.deepEqual(told("corp").slice(1), [
      "From: /home/me/.aws/config, section [profile corp]",
      "Credentials: IAM Identity Center, role Reader",
    ]);
    assert.deepEqual(told("default").slice(1), [
      "From: /home/me/.aws/config, section [default]",
      "Credentials: none",
    ]);
  });
});
