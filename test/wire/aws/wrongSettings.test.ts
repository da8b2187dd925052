import assert from "node:assert/strict";
import { failureLabel } from "../../../src/core/failures/failureLabel";
import { type FakeAws, groups, startFakeAws, xml } from "./support/fakeAws";
import { failureIn, makeWorld, type World } from "./support/world";

const region = "us-west-2";
const id = "AKIAIOSFODNN7EXAMPLE";
const secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const keys = `aws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`;

describe("settings that cannot be meant so", () => {
  let fake: FakeAws;
  let world: World;
  beforeEach(async () => {
    fake = await startFakeAws((_asked, response) => xml(response, groups([])));
    world = await makeWorld("");
  });
  afterEach(async () => {
    await world.close();
    await fake.close();
  });

  /** The failure of a profile with these settings: of its credentials, naming it, with nothing sent. */
  const message = async (settings: string, credentials = "", more = "") => {
    await world.write("config", `[profile dev]\nendpoint_url = ${fake.url}\n${settings}\n${more}`);
    await world.write("credentials", credentials);
    const failure = failureIn(await world.aws.listCacheSecurityGroups({ profile: "dev", region }));
    assert.equal(failure.kind, "credentials", JSON.stringify(failure));
    assert.match(failure.message, /\bdev\b/);
    assert.equal(fake.asked.length, 0, "nothing was sent");
    for (const text of [failure.message, ...world.log]) {
      assert.doesNotMatch(text, /IQoJb3Jp|EXAMPLEKEY|\n|\u200b/, "neither the key nor what is wrong with it");
    }
    return failure.message;
  };

  it("are named: a key that goes on in the next line, holds what cannot be seen, or what no key has", async () => {
    const token = "aws_session_token = IQoJb3JpZ2luX2VjEXAMPLEone\n    EXAMPLEtwo\n";
    assert.match(
      await message(keys + token),
      /^aws_session_token of profile dev holds a line break.*indented/,
    );
    for (const [settings, said] of [
      [`aws_access_key_id = ${id}\u200b\naws_secret_access_key = ${secret}`, /^aws_access_key_id .*U\+200B/],
      [`aws_access_key_id = ${id}\u2026\naws_secret_access_key = ${secret}`, /^aws_access_key_id .*U\+2026/],
      [
        `aws_access_key_id = ${id}\naws_secret_access_key = \ufeff${secret}`,
        /^aws_secret_access_key .*U\+FEFF/,
      ],
      ...["2800", "3164", "FE0F", "00A0"].map(
        (code) =>
          [
            `aws_access_key_id = ${id}\naws_secret_access_key = ${secret.slice(0, 4)}${String.fromCodePoint(Number.parseInt(code, 16))}${secret.slice(4)}`,
            new RegExp(`^aws_secret_access_key .*cannot be seen \\(U\\+${code}\\)`),
          ] as const,
      ),
      [
        `aws_access_key_id = ${id}\naws_secret_access_key = ${secret}\u00a0x`,
        /^aws_secret_access_key .*U\+00A0/,
      ],
      [`${keys}aws_security_token = t\u202et`, /^aws_security_token .*U\+202E/],
    ] as const) {
      assert.match(await message(settings), said);
      assert.match(await message("", `[dev]\n${settings}\n`), said);
    }
  });

  it("are named where another program or the environment gives them", async () => {
    const printed = JSON.stringify({
      Version: 1,
      AccessKeyId: id,
      SecretAccessKey: secret,
      SessionToken: "a\nb",
    });
    await world.write("printed.json", printed);
    const said = await message(`credential_process = cat "${world.home}/.aws/printed.json"`);
    assert.match(said, /SessionToken .*credential_process.* dev .*line break/);
    world.environment = {
      AWS_ACCESS_KEY_ID: id,
      AWS_SECRET_ACCESS_KEY: secret,
      AWS_SESSION_TOKEN: "a\u0000b",
    };
    const role = "role_arn = arn:aws:iam::123456789012:role/r\ncredential_source = Environment";
    assert.match(await message(role), /^AWS_SESSION_TOKEN .*U\+0000/);
  });

  it("are refused where they are empty: nothing else is tried in their place", async () => {
    for (const [settings, said] of [
      [`role_arn =\n${keys}`, /has an empty role_arn/],
      [`role_arn =\nsource_profile = other\n${keys}`, /has an empty role_arn/],
      [
        `role_arn = arn:aws:iam::123456789012:role/r\nsource_profile =\n${keys}`,
        /has an empty source_profile/,
      ],
      [
        `role_arn = arn:aws:iam::123456789012:role/r\ncredential_source =\n${keys}`,
        /has an empty credential_source/,
      ],
      [
        `sso_session =\nsso_account_id = 123456789012\nsso_role_name = r\nsso_region = eu-west-1\nsso_start_url = https://x\n${keys}`,
        /has an empty sso_session/,
      ],
      [`credential_process =\n${keys}`, /has an empty credential_process/],
      [`login_session =\n${keys}`, /has an empty login_session/],
    ] as const) {
      const told = await message(settings, "", `[profile other]\n${keys}`);
      assert.match(told, said);
      assert.match(told, / in \[profile dev\]/);
    }
  });

  it("are told with their value and their section, where the value is no secret", async () => {
    const role = "role_arn = arn:aws:iam::123456789012:role/r\n";
    for (const [settings, said] of [
      [`${role}source_profile = nowhere`, /source_profile = nowhere in \[profile dev\]/],
      [`${role}credential_source = Enviroment`, /credential_source = Enviroment in \[profile dev\]/],
      [role, /role_arn = arn:aws:iam::123456789012:role\/r in \[profile dev\]/],
      [
        `${role}source_profile = a\ncredential_source = Environment`,
        /source_profile = a in \[profile dev\], and credential_source = Environment in/,
      ],
      [
        `${role}web_identity_token_file = /nowhere/token`,
        /web_identity_token_file = \/nowhere\/token in \[profile dev\]/,
      ],
      [
        "sso_session = mine\nsso_account_id = 123456789012\nsso_role_name = r",
        /sso_session = mine in \[profile dev\]\. Add a section \[sso-session mine\]/,
      ],
      [
        "sso_account_id = 123456789012\nsso_role_name = r",
        /lacks sso_start_url and sso_region in \[profile dev\]/,
      ],
      [`aws_access_key_id = ${id}`, /no aws_secret_access_key in \[profile dev\]/],
    ] as const) {
      assert.match(await message(settings), said);
    }
    const said = await message("", `[dev]\naws_access_key_id = ${id}\n`);
    assert.match(said, /no aws_secret_access_key in \[dev\] of the credentials file/);
    const differs = await message(
      "sso_session = mine\nsso_region = eu-west-1\nsso_account_id = 123456789012\nsso_role_name = r",
      "",
      "[sso-session mine]\nsso_region = us-east-1\nsso_start_url = https://x\n",
    );
    assert.match(differs, /sso_region = eu-west-1 in \[profile dev\], us-east-1 in \[sso-session mine\]/);
  });

  it("have a label that is not cut at a full stop within what they say", async () => {
    const role = "role_arn = arn:aws:iam::123456789012:role/x\n";
    const sso = "sso_account_id = 123456789012\nsso_role_name = R\n";
    for (const [settings, label] of [
      [`${role}source_profile = Acme Inc. Base`, /profile Acme Inc\. Base, which does not exist/],
      [`${role}credential_source = Acme. Inc`, /credential_source = Acme\. Inc in \[profile dev\]$/],
      [`${sso}sso_session = My Co. Prod`, /sso-session My Co\. Prod, which does not exist/],
      [`${role}web_identity_token_file = /no. Such/file`, /= \/no\. Such\/file in \[profile dev\]$/],
    ] as const) {
      await world.write("config", `[profile dev]\nendpoint_url = ${fake.url}\n${settings}\n`);
      const failure = failureIn(await world.aws.listCacheSecurityGroups({ profile: "dev", region }));
      assert.match(failureLabel(failure, ["dev", region]), label);
    }
  });
});
