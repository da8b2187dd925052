import assert from "node:assert/strict";
import { partitionOfProfile } from "../../../src/profiles/partitionOfProfile";
import { sharedConfigOf } from "../../../src/profiles/sharedConfig/read";

const config = sharedConfigOf(
  {
    path: "config",
    file: {
      state: "read",
      text: `
[profile cn]
region = cn-north-1
[profile cn-role]
role_arn = arn:aws-cn:iam::123456789012:role/ReadOnly
source_profile = cn
[profile gov-sso]
sso_start_url = https://start.us-gov-home.awsapps.com/directory/example
sso_region = us-gov-west-1
[profile eusc-session]
sso_session = eu
[sso-session eu]
sso_region = eusc-de-east-1
[profile by-source]
source_profile = cn
[profile a]
source_profile = b
[profile b]
source_profile = a
[profile login]
login_session = arn:aws-cn:iam::123456789012:user/jane
[profile own]
region = us-east-1
role_arn = arn:aws-cn:iam::123456789012:role/x
[profile odd]
role_arn = arn:aws-mars:iam::123456789012:role/x
[profile nothing]
`,
    },
  },
  { path: "credentials", file: { state: "missing" } },
);

describe("the partition of a profile", () => {
  for (const [name, partition] of [
    ["cn", "aws-cn"],
    ["cn-role", "aws-cn"],
    ["gov-sso", "aws-us-gov"],
    ["eusc-session", "aws-eusc"],
    ["by-source", "aws-cn"],
    ["login", "aws-cn"],
    ["own", "aws"],
    ["a", undefined],
    ["odd", undefined],
    ["nothing", undefined],
    ["nobody", undefined],
  ] as const) {
    it(`is ${partition ?? "not known"} for ${name}`, () => {
      assert.equal(partitionOfProfile(config.profiles.get(name), config)?.partition, partition);
    });
  }
});
