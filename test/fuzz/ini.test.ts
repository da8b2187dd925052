import assert from "node:assert/strict";
import fc from "fast-check";
import { parseIni } from "../../src/profiles/sharedConfig/ini";
import { sharedConfigOf } from "../../src/profiles/sharedConfig/read";
import { problemRows } from "../../src/tree/failureRows";
import { takesAtMost } from "../support/cpuTime";
import { holds } from "./holds";
import { soup } from "./texts";

const file = soup(
  ...[
    "[default]",
    "[profile dev]",
    "[profile",
    "[dev]",
    "]",
    "[sso-session s]",
    "[services x]",
    "[DEFAULT]",
    "[__proto__]",
  ],
  ...[
    "region = us-west-2",
    "s3 =",
    "  a = b",
    "\taws_session_token =",
    "  IQoJ",
    "role_arn",
    "=",
    ":",
    "#",
    ";",
  ],
  ...["\n", "\n", "\n", "\r\n", "\u0085", "\u2028", " ", "\t", "constructor = x", "endpoint_url = http://x"],
);
const named = (path: string, text: string) => ({ path, file: { state: "read", text } as const });

const name = fc.string({ unit: fc.constantFrom(..."abcXYZ019_.@+-"), minLength: 1, maxLength: 12 });
const value = fc
  .string({ unit: fc.constantFrom(..."abcXYZ019 _.@+-/:=#;[]"), maxLength: 20 })
  .map((text) => text.trim());
const settings = fc.dictionary(
  name.map((text) => text.toLowerCase()),
  value,
  { maxKeys: 5 },
);

// Those of Python: https://docs.python.org/3/library/stdtypes.html#str.splitlines
const lineEnds = ["\r\n", ..."\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029"];

describe("the AWS files, whatever is in them", () => {
  it("are read, each problem on a line that is there, and no two rows for one", () => {
    holds(fc.tuple(file, file), ([config, credentials]) => {
      const read = sharedConfigOf(named("config", config), named("credentials", credentials));
      const rows = problemRows(read.problems);
      assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
      for (const { line, file: path } of read.problems) {
        const { length } = lineEnds.reduce(
          (lines, end) => lines.flatMap((each) => each.split(end)),
          [path === "config" ? config : credentials],
        );
        assert.ok(line === undefined || (line > 0 && line <= length), `${line} of ${length}`);
      }
      for (const [key, profile] of read.profiles) {
        assert.equal(profile.name, key);
        assert.ok(profile.settings instanceof Map);
      }
    });
  });

  it("come back as they were written", () => {
    holds(fc.dictionary(name, settings, { maxKeys: 4 }), (sections) => {
      const text = Object.entries(sections)
        .map(([section, its]) =>
          [`[${section}]`, ...Object.entries(its).map(([key, each]) => `${key} = ${each}`)].join("\n"),
        )
        .join("\n\n");
      const { sections: read, problems } = parseIni(text);
      const wanted = Object.entries(sections).filter(([section]) => section !== "DEFAULT");
      assert.deepEqual(problems, []);
      assert.deepEqual(
        [...read].map(([section, its]) => [section, [...its].map(([key, { text: each }]) => [key, each])]),
        wanted.map(([section, its]) => [section, Object.entries(its)]),
      );
    });
  });

  it("take no time, however long and odd", () => {
    for (const part of ["[", " ", "\n", "a=", "a =\n b\n", "[profile dev]\n", "\\", '"', " = "]) {
      const text = part.repeat(Math.floor(1_000_000 / part.length));
      takesAtMost(4_000, () => void sharedConfigOf(named("config", text), named("credentials", text)));
    }
  });
});
