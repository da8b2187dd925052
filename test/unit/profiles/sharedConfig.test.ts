import assert from "node:assert/strict";
import type { ProfileSettings } from "../../../src/profiles/profile";
import { sharedConfigOf } from "../../../src/profiles/sharedConfig/read";
import type { NamedFile } from "../../../src/profiles/sharedConfig/readTextFile";
import cases from "./sharedConfig.cases.json";

/**
 * The expected values are botocore 1.43.11's (`session.full_config`), as lists of name and settings; `refused`
 * where botocore raises ConfigParseError. "generated" cases are the longest of 20,000 random files, all of
 * which were compared once.
 */
interface Case {
  readonly name: string;
  readonly config?: string;
  readonly credentials?: string;
  readonly refused?: boolean;
  readonly profiles?: unknown;
  readonly ssoSessions?: unknown;
  readonly services?: unknown;
}

describe("the shared files, against botocore", () => {
  for (const { name, config, credentials, refused, ...expected } of cases as readonly Case[]) {
    it(name, () => {
      const read = sharedConfigOf(fileOf("config", config), fileOf("credentials", credentials));
      if (refused) {
        assert.notEqual(read.problems.length, 0, "a file that botocore refuses has a problem to show");
        return;
      }
      assert.deepEqual(read.problems, []);
      assert.deepEqual(
        {
          profiles: [...read.profiles].map(([key, profile]) => [key, plain(profile.settings)]),
          ssoSessions: [...read.ssoSessions].map(([key, settings]) => [key, plain(settings)]),
          services: [...read.services].map(([key, settings]) => [key, plain(settings)]),
        },
        expected,
      );
    });
  }
});

function fileOf(path: string, text: string | undefined): NamedFile {
  return { path, file: text === undefined ? { state: "missing" } : { state: "read", text } };
}

function plain(settings: ProfileSettings): unknown[] {
  return [...settings].map(([name, value]) => [
    name,
    typeof value === "string" ? value : { sub: [...value] },
  ]);
}
