import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { posixCommandLine } from "../../../../src/core/formats/cli";

const nasty = [
  "plain",
  "it's",
  'say "hi"',
  "`id`",
  "$(id) $HOME",
  "two  spaces",
  "back\\slash\\",
  "file:///etc/hostname",
  "--debug",
  "größe ☃ 🦜",
  "new\nline",
  "!history",
];

describe("copying as AWS CLI", () => {
  it("writes a plain line for plain names", () => {
    assert.equal(
      posixCommandLine({
        service: "elasticache",
        operation: "authorize-cache-security-group-ingress",
        input: { CacheSecurityGroupName: "mygroup" },
        target: { profile: "dev", region: "us-west-2" },
        endpoint: "http://127.0.0.1:7379",
      }),
      `aws elasticache authorize-cache-security-group-ingress --cli-input-json '{"CacheSecurityGroupName":"mygroup"}' --region us-west-2 --profile dev --endpoint-url http://127.0.0.1:7379`,
    );
  });

  it("keeps a user and a password out of the endpoint", () => {
    for (const [endpoint, written] of [
      ["http://jane:hunter2@127.0.0.1:7379", "http://127.0.0.1:7379/"],
      ["https://jane@localhost/path?x", "'https://localhost/path?x'"],
      ["http://127.0.0.1:7379", "http://127.0.0.1:7379"],
    ] as const) {
      const line = posixCommandLine({
        service: "ec2",
        operation: "describe-vpcs",
        input: {},
        target: { profile: "dev", region: "us-west-2" },
        endpoint,
      });
      assert.ok(line.endsWith(` --endpoint-url ${written}`), line);
    }
  });

  for (const name of nasty) {
    it(`survives a shell with ${JSON.stringify(name)}`, function () {
      if (process.platform === "win32") {
        this.skip();
      }
      const line = posixCommandLine({
        service: "elasticache",
        operation: "describe-cache-security-groups",
        input: { CacheSecurityGroupName: name },
        target: { profile: name, region: "us-west-2" },
      });
      const script = `aws() { for word in "$@"; do printf '%s\\0' "$word"; done; }; ${line}`;
      const words = execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
      assert.deepEqual(JSON.parse(words[words.indexOf("--cli-input-json") + 1] ?? ""), {
        CacheSecurityGroupName: name,
      });
      const profile = name.startsWith("-") ? words.at(-1) : `--profile=${words.at(-1)}`;
      assert.equal(profile, `--profile=${name}`);
      assert.ok(words[3]?.match(/^[\x20-\x7e]*$/), "the JSON is ASCII");
    });
  }
});
