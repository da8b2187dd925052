import assert from "node:assert/strict";
import fc from "fast-check";
import { historyCsv } from "../../src/core/formats/historyCsv";
import { historyText } from "../../src/core/formats/historyText";
import { historyLine, parseHistoryLine } from "../../src/core/history";
import { holds } from "./holds";
import { anyText, soup } from "./texts";

const text = fc.oneof(
  anyText,
  soup("=1+1", ";", ",", "\t", '"', "\r\n", "@SUM", "-", "+", " ", "\u200b", "x"),
);
const entry = fc.record(
  {
    time: fc.constant("2026-11-26T06:00:00.000Z"),
    target: fc.record({ profile: text, region: fc.constant("us-west-2") }, { noNullPrototype: true }),
    caller: text,
    action: fc.constant("AuthorizeCacheSecurityGroupIngress"),
    what: fc.dictionary(fc.constantFrom("EC2SecurityGroupName", "Description"), text, {
      noNullPrototype: true,
    }),
    outcome: fc.constantFrom("done", "failed"),
    failure: fc.record({ kind: fc.constant("notFound"), code: text }, { noNullPrototype: true }),
    requestId: text,
  },
  { noNullPrototype: true },
);

/** A line of a table parted as a spreadsheet does whose list separator is this one: a quote counts at a field's beginning. */
function cells(csv: string, separator: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < csv.length; ) {
    if (csv.charAt(at) === '"') {
      const [all = "", inside = ""] = /^"((?:[^"]|"")*)"?/.exec(csv.slice(at)) ?? [];
      found.push(inside.replaceAll('""', '"'));
      at += all.length;
    }
    const end = csv.slice(at).search(new RegExp(`[${separator}\\r\\n]`));
    if (end !== 0) {
      found.push(csv.slice(at, end < 0 ? csv.length : at + end));
    }
    at = end < 0 ? csv.length : at + end + 1;
  }
  return found;
}

describe("the history as CSV, whatever was changed", () => {
  it("has no cell that a spreadsheet runs, whatever its list separator", () => {
    holds(entry, (one) => {
      const csv = historyCsv([one]);
      for (const separator of [",", ";"]) {
        for (const cell of cells(csv, separator)) {
          assert.doesNotMatch(
            cell,
            /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u,
            `${separator}: ${JSON.stringify(csv)}`,
          );
        }
      }
    });
  });

  it("is one line in the journal, one line of the page, and comes back as it was", () => {
    holds(entry, (one) => {
      const line = historyLine(one);
      assert.equal(line.indexOf("\n"), line.length - 1);
      assert.deepEqual(parseHistoryLine(line), one);
      assert.equal(
        historyText([one])
          .split("\n")
          .filter((each) => each.startsWith("2026-")).length,
        1,
      );
    });
  });
});
