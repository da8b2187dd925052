import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { remedyLine } from "../../../../src/core/failures/remedy";

const line = (profile: string, platform: NodeJS.Platform) =>
  remedyLine({ command: "aws sso login", profile }, platform);

describe("the command that renews a sign-in", () => {
  for (const name of [
    "dev",
    "my team",
    "it's",
    "$(touch x)",
    "a;b",
    "a\\b",
    '"',
    "größe",
    "-x",
    "--debug",
    "=a",
  ]) {
    it(`hands over ${JSON.stringify(name)} through a POSIX shell`, function () {
      if (process.platform === "win32") {
        this.skip();
      }
      const script = `aws() { for word in "$@"; do printf '%s\\0' "$word"; done; }; ${line(name, "linux")}`;
      const words = execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
      assert.deepEqual(
        words,
        name.startsWith("-") ? ["sso", "login", `--profile=${name}`] : ["sso", "login", "--profile", name],
      );
    });
  }

  for (const [name, word] of [
    ["dev", "--profile dev"],
    ["my team", '--profile "my team"'],
    ["R&D", '--profile "R&D"'],
    ["it's", '--profile "it\'s"'],
    ["a;b|c", '--profile "a;b|c"'],
    ["@team", '--profile "@team"'],
    ["CORP\\jane", '--profile "CORP\\jane"'],
    ["-x", "--profile=-x"],
  ] as const) {
    it(`quotes ${JSON.stringify(name)} for every shell of Windows`, () => {
      assert.equal(line(name, "win32"), `aws sso login ${word}`);
    });
  }

  for (const name of ['a"b', "$(x)", "$env:x", "`x`", "%PATH%", "a\\", "a\\\\b", "“x”", "a!b!"]) {
    it(`is nothing to run for ${JSON.stringify(name)} on Windows, where a shell would find something in it`, () => {
      assert.equal(line(name, "win32"), undefined);
    });
  }

  for (const name of ["a\u001b[2J", "a\u0003b", "a\u009bb", "a\u2028b"]) {
    it(`is nothing to run for ${JSON.stringify(name)}: a terminal would take it for keys`, () => {
      assert.equal(line(name, "linux"), undefined);
      assert.equal(line(name, "win32"), undefined);
    });
  }
});
