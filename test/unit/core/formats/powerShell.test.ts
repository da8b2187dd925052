import assert from "node:assert/strict";
import type { CliCall } from "../../../../src/core/formats/cli";
import { powerShellLine } from "../../../../src/core/formats/powerShell";
import { argumentsFromPowerShell } from "../../../support/powerShell";

const call: CliCall = {
  service: "elasticache",
  operation: "authorize-cache-security-group-ingress",
  input: { CacheSecurityGroupName: "mygroup" },
  target: { profile: "dev", region: "us-west-2" },
};
const around = /^& \{ \$PSNativeCommandArgumentPassing = 'Legacy'; (aws .*) \}$/s;

function argumentsOf(line: string): string[] {
  const inner = around.exec(line)?.[1];
  assert.ok(inner !== undefined, line);
  return argumentsFromPowerShell(inner);
}

describe("copying for PowerShell", () => {
  it("sets the passing of quotation marks for the line alone", () => {
    assert.equal(
      powerShellLine({ ...call, endpoint: "http://127.0.0.1:7379" }),
      "& { $PSNativeCommandArgumentPassing = 'Legacy'; aws elasticache authorize-cache-security-group-ingress " +
        `--cli-input-json '{\\"CacheSecurityGroupName\\":\\"mygroup\\"}' --region us-west-2 --profile dev ` +
        "--endpoint-url 'http://127.0.0.1:7379' }",
    );
  });

  it("puts in quotation marks what cmd.exe would find something in, where aws is a batch file", () => {
    const line = powerShellLine({ ...call, target: { profile: "R&D", region: "us-west-2" } });
    assert.match(line, / --profile '"R&D"' /);
  });

  for (const name of [
    "plain",
    "it's",
    "it’s",
    'say "hi"',
    "`id`",
    "$(id) $env:PATH",
    "two  spaces",
    " lead and trail ",
    "back\\slash\\",
    'slash and quote\\"',
    "ends in slash \\",
    "file:///etc/hostname",
    "--debug",
    "größe ☃ 🦜",
    "tab\tnew\nline",
    "%PATH%",
    "a&b|c>d<e^f!",
    '","x":"y',
    "{a b}",
  ]) {
    it(`hands over ${JSON.stringify(name)} as it is`, () => {
      const line = powerShellLine({
        ...call,
        input: { EC2SecurityGroupName: name, Nested: [{ FromPort: 6379, Open: true }] },
        target: { profile: name, region: "us-west-2" },
      });
      const words = argumentsOf(line);
      const json = words[words.indexOf("--cli-input-json") + 1] ?? "";
      assert.deepEqual(JSON.parse(json), {
        EC2SecurityGroupName: name,
        Nested: [{ FromPort: 6379, Open: true }],
      });
      assert.match(json, /^[A-Za-z0-9{}[\]:,"._\\-]+$/);
      assert.deepEqual(words.slice(0, 4), ["aws", "elasticache", call.operation, "--cli-input-json"]);
      const profile = name.startsWith("-") ? words.at(-1) : `--profile=${words.at(-1)}`;
      assert.equal(profile, `--profile=${name}`);
    });
  }

  it("puts the environment back as it was", () => {
    const line = powerShellLine({ ...call, environment: { AWS_ACCESS_KEY_ID: "a'b" } });
    assert.match(
      line,
      /; \$before = (\$env:AWS_PROFILE, \$env:AWS_SESSION_TOKEN, \$env:AWS_ACCESS_KEY_ID); try \{ \1 = \$null, \$null, 'a''b'; aws .* \} finally \{ \1 = \$before \} \}$/,
    );
    assert.doesNotMatch(line, /--profile/);
  });
});
