import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { remedyLine } from "../../src/core/failures/remedy";
import { posixCommandLine } from "../../src/core/formats/cli";
import { clientCommand } from "../../src/core/formats/clientCommand";
import { cacheOf } from "../support/caches";
import { parcels } from "./holds";
import { argument } from "./texts";

/** The words that programs get from lines, by a real shell: each prints how many it got, and which. */
function wordsBy(shell: string, lines: readonly string[]): readonly (readonly string[])[] {
  const programs = ["aws", "nc", "cli"].map((name) => `${name}() { printf '%s\\0' "$#" "$@"; }`);
  // No function of a POSIX shell has a hyphen in its name.
  const written = lines.map((line) => line.replace(/^(?:redis|valkey)-cli /, "cli "));
  const input = `${[...programs, ...written].join("\n")}\n`;
  const printed = execFileSync(shell, ["-s"], { input, encoding: "utf8", maxBuffer: 1 << 28 }).split("\0");
  const read: (readonly string[])[] = [];
  for (let at = 0; at < printed.length - 1; ) {
    const count = Number(printed[at]);
    read.push(printed.slice(at + 1, at + 1 + count));
    at += 1 + count;
  }
  return read;
}

function hasShell(shell: string): boolean {
  try {
    execFileSync(shell, ["-c", "exit 0"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const named = fc.record({
  name: argument,
  profile: argument.filter((text) => text !== ""),
  region: argument,
});

describe("a copied line in a real shell, whatever the names", () => {
  for (const shell of ["sh", "dash", "bash"].filter(hasShell)) {
    it(`is the same words in ${shell}`, () => {
      for (const some of parcels(named, 250)) {
        const lines = some.map(({ name, profile, region }) =>
          posixCommandLine({
            service: "elasticache",
            operation: "describe-cache-security-groups",
            input: { CacheSecurityGroupName: name },
            target: { profile, region },
          }),
        );
        const words = wordsBy(shell, lines);
        assert.equal(words.length, some.length);
        for (const [at, { name, profile, region }] of some.entries()) {
          const got = words[at] ?? [];
          assert.deepEqual(got.slice(0, 3), [
            "elasticache",
            "describe-cache-security-groups",
            "--cli-input-json",
          ]);
          assert.deepEqual(JSON.parse(got[3] ?? ""), { CacheSecurityGroupName: name });
          assert.deepEqual(got.slice(4), [...option("region", region), ...option("profile", profile)]);
        }
      }
    });

    it(`runs nothing else in ${shell}: a client's line, and what renews a sign-in`, () => {
      for (const some of parcels(named, 250)) {
        const lines = some.flatMap(({ name, profile }) => {
          const endpoint = { role: "node", address: name, port: 6379 } as const;
          const engine = ["redis", "valkey", "memcached"][name.length % 3] ?? "redis";
          const client = clientCommand({ ...cacheOf("c"), engine }, endpoint);
          const remedy = remedyLine({ command: "aws sso login", profile }, "linux");
          return [client, ...(remedy === undefined ? [] : [remedy])];
        });
        const words = wordsBy(shell, lines);
        assert.equal(words.length, lines.length);
        let at = 0;
        for (const { name, profile } of some) {
          assert.ok(words[at++]?.includes(name), `the address ${JSON.stringify(name)} is one word`);
          if (remedyLine({ command: "aws sso login", profile }, "linux") !== undefined) {
            assert.deepEqual(words[at++], ["sso", "login", ...option("profile", profile)]);
          }
        }
      }
    });
  }
});

function option(name: string, value: string): readonly string[] {
  return value.startsWith("-") ? [`--${name}=${value}`] : [`--${name}`, value];
}
