import assert from "node:assert/strict";
import { readSources } from "../../../../src/core/pasted/parseSources";
import { leastOf, longestTurn } from "../../../support/cpuTime";

const one = "565419523791";

/** Fills about a megabyte, in lines that are just short enough to be read. */
const inLines = (part: string) => `${part.repeat(Math.floor(10_000 / part.length))}\n`.repeat(100);
const megabyte = (part: string) => part.repeat(Math.floor(1_000_000 / part.length));

/** What took minutes, or crashed, and its like. */
const texts: Readonly<Record<string, string>> = {
  "one line of words": megabyte("a "),
  "lines of words": inLines("a "),
  "lines of backslashes": inLines("\\ "),
  "a line that goes on and on": megabyte("a \\\n"),
  "lines of tabs": inLines("\t"),
  "spaces before a word": `1/${inLines(" ").replaceAll("\n", "x\n1/")}`,
  "empty lines": megabyte("\n"),
  "short lines": megabyte("a\n"),
  "carriage returns": megabyte("\r"),
  "good lines": megabyte(`web ${one}\n`),
  "deep JSON": `${"[".repeat(500_000)}${"]".repeat(500_000)}`,
  "deep objects": megabyte('{"a":'),
  "JSON with many objects": `[${megabyte("{},")}{}]`,
  "JSON with many names": `{${Array.from({ length: 100_000 }, (_, at) => `"k${at}":1`).join(",")}}`,
  "JSON with a long text": `["${megabyte("a")}"]`,
  "lines of JSON": megabyte(`{"name":"web","owner":${one}}\n`),
  commas: inLines(","),
  "quotation marks": inLines('"'),
  "lines of the CLI": inLines("aws elasticache --cli-input-json '"),
  "backslashes for PowerShell": `aws elasticache authorize-cache-security-group-ingress --cli-input-json '${inLines("\\").replaceAll("\n", "'\n")}`,
  digits: inLines("1 "),
  dashes: inLines("- "),
  "account numbers": inLines(`${one} `),
};

describe("a megabyte of pasted text", function () {
  // It is read in turns, each of which waits for whatever else the machine does.
  this.timeout(60_000);

  for (const [what, text] of Object.entries(texts)) {
    it(`holds nobody up that is ${what}`, async () => {
      assert.ok(text.length > 800_000, `${text.length}`);
      const taken = await leastOf(50, () => longestTurn(() => readSources(text)));
      assert.ok(taken < 50, `${taken} ms`);
    });
  }
});
