import assert from "node:assert/strict";
import { historyCsv } from "../../../src/core/formats/historyCsv";
import { historyText } from "../../../src/core/formats/historyText";
import { type HistoryEntry, historyLine, parseHistoryLine } from "../../../src/core/history";

const entry: HistoryEntry = {
  time: "2026-11-03T14:05:12.345Z",
  target: { profile: "dev", region: "us-west-2" },
  caller: "arn:aws:iam::123456781234:user/jane",
  action: "AuthorizeCacheSecurityGroupIngress",
  what: {
    CacheSecurityGroupName: "mygroup",
    EC2SecurityGroupName: "default",
    EC2SecurityGroupOwnerId: "565419523791",
  },
  outcome: "failed",
  failure: { kind: "notFound", code: "CacheSecurityGroupNotFound" },
  requestId: "817fa999-3647-11e0-ae57-f96cfe56749c",
};
const named = (name: string): HistoryEntry => ({ ...entry, what: { EC2SecurityGroupName: name } });

describe("a line of the journal", () => {
  for (const name of ["plain", "new\nline", "größe ☃", '"quoted"', "\u2028", "\ud800"]) {
    it(`holds ${JSON.stringify(name)} and comes back equal`, () => {
      const line = historyLine(named(name));
      assert.equal(line.indexOf("\n"), line.length - 1);
      assert.deepEqual(parseHistoryLine(line), named(name));
    });
  }

  it("cuts a text that would fill the journal by itself", () => {
    const line = historyLine(named("x".repeat(100_000)));
    assert.ok(line.length < 2_000);
    assert.ok(parseHistoryLine(line));
  });

  for (const line of [
    "",
    "null",
    "[]",
    "{}",
    '{"time":"2026-11-03T14:05:12.345Z","target":{"profile":"dev"',
    JSON.stringify({ ...entry, outcome: "perhaps" }),
    JSON.stringify({ ...entry, target: { profile: "dev" } }),
    JSON.stringify({ ...entry, failure: { kind: 3 } }),
    JSON.stringify({ ...entry, what: ["a"] }),
  ]) {
    it(`is passed over when it is ${line || "empty"}`, () => {
      assert.equal(parseHistoryLine(line), undefined);
    });
  }
});

describe("a line that somebody else has written", () => {
  const { target } = entry;
  for (const [field, values] of [
    ["id", [7, null]],
    ["time", [7, undefined]],
    [
      "target",
      [undefined, "dev", { region: "us-west-2" }, { ...target, profile: 7 }, { ...target, region: null }],
    ],
    ["caller", [7, null]],
    ["action", [undefined, 7]],
    ["what", [undefined, "all", null]],
    ["outcome", [undefined, "underWay", 7]],
    ["failure", ["notFound", null, {}, { kind: "notFound", code: 7 }]],
    ["requestId", [7, null]],
  ] as const) {
    for (const value of values) {
      it(`is none of the history's: ${field} ${JSON.stringify(value)}`, () => {
        assert.equal(parseHistoryLine(JSON.stringify({ ...entry, [field]: value })), undefined);
      });
    }
  }

  it("may leave out what need not be there, and ends in one of four ways", () => {
    const { caller: _, failure: __, requestId: ___, ...bare } = entry;
    for (const outcome of ["done", "unchanged", "failed", "inDoubt"] as const) {
      assert.deepEqual(parseHistoryLine(JSON.stringify({ ...bare, outcome })), { ...bare, outcome });
    }
    assert.deepEqual(parseHistoryLine(JSON.stringify({ ...bare, failure: { kind: "x" } }))?.failure, {
      kind: "x",
    });
    assert.equal(parseHistoryLine(` ${JSON.stringify(entry)}`), undefined);
  });

  it("ends long texts after a thousand characters, and no others", () => {
    const nameIn = (name: string) => parseHistoryLine(historyLine(named(name)))?.what["EC2SecurityGroupName"];
    assert.equal(nameIn("x".repeat(1_000)), "x".repeat(1_000));
    assert.equal(nameIn("x".repeat(1_001)), `${"x".repeat(1_000)}…`);
  });
});

describe("the history as CSV", () => {
  it("has a header and a row for each change, as RFC 4180 says", () => {
    assert.equal(
      historyCsv([entry]),
      "time,profile,region,caller,action,parameters,outcome,failure,code,requestId\r\n" +
        "2026-11-03T14:05:12.345Z,dev,us-west-2,arn:aws:iam::123456781234:user/jane," +
        "AuthorizeCacheSecurityGroupIngress," +
        '"{""CacheSecurityGroupName"":""mygroup"",""EC2SecurityGroupName"":""default"",""EC2SecurityGroupOwnerId"":""565419523791""}",' +
        "failed,notFound,CacheSecurityGroupNotFound,817fa999-3647-11e0-ae57-f96cfe56749c\r\n",
    );
  });

  for (const [profile, field] of [
    ["=1+1", "'=1+1"],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["＝1", "'＝1"],
    ["a,b", '"a,b"'],
    ['a"b', '"a""b"'],
    ["a=b", "a=b"],
    [" =1", "' =1"],
    ["\u200b=1", "'\u200b=1"],
    ["\ufeff@SUM(A1)", "'\ufeff@SUM(A1)"],
    // Where the list separator is a semicolon or a tab.
    ["x;=1+1", `"x;'=1+1"`],
    ["x; =1+1", `"x;' =1+1"`],
    ["x;y", '"x;y"'],
    ["x\t-1", "x\t'-1"],
    ["x\n=1", `"x\n'=1"`],
  ] as const) {
    it(`writes the profile ${JSON.stringify(profile)} so that no spreadsheet runs it`, () => {
      const csv = historyCsv([{ ...entry, target: { ...entry.target, profile } }]);
      assert.ok(csv.includes(`.345Z,${field},us-west-2`), csv);
    });
  }
});

describe("the parameters of a change in CSV", () => {
  it("part no line, whatever the list separator, and are the same JSON", () => {
    const what = { EC2SecurityGroupName: 'x;=HYPERLINK("a")\t=1', Deep: [{ a: ";" }] };
    const csv = historyCsv([{ ...entry, what }]);
    assert.doesNotMatch(csv, /[;\t]/);
    const [, cell = ""] = /Ingress,"(.*)",failed/.exec(csv) ?? [];
    assert.deepEqual(JSON.parse(cell.replaceAll('""', '"')), what);
  });
});

describe("the history as a page", () => {
  const rowsOf = (page: string) => page.split("\n").filter((line) => /^2\d{3}-/.test(line));

  it("says so when there is nothing yet", () => {
    assert.match(historyText([]), /^No change has been sent/);
  });

  it("lists the newest first, lined up below its headings", () => {
    const later = { ...entry, time: "2026-11-04T00:00:00.000Z", outcome: "done" } as const;
    const page = historyText([entry, later]);
    const rows = rowsOf(page);
    assert.deepEqual(
      rows.map((row) => row.slice(0, 19)),
      ["2026-11-04 00:00:00", "2026-11-03 14:05:12"],
    );
    assert.match(page, /^2 changes/);
    assert.match(
      rows[1] ?? "",
      /failed: notFound, CacheSecurityGroupNotFound .*mygroup · default · 565419523791/,
    );
    const headings = page.split("\n").find((line) => line.startsWith("Time")) ?? "";
    for (const row of rows) {
      assert.equal(row.indexOf("dev"), headings.indexOf("Profile"));
      assert.equal(row.indexOf("817fa999"), headings.indexOf("Request ID"));
    }
  });

  it("keeps each change on its line, whatever its names hold", () => {
    const page = historyText([named("a\n2026-11-03 done\u2028b\u0000\u202ec")]);
    assert.equal(rowsOf(page).length, 1);
    assert.match(page, / a\\n2026-11-03 done\\u2028b\\u0000\\u202ec /);
  });

  it("takes ten thousand changes", () => {
    const page = historyText(Array.from({ length: 10_000 }, (_, index) => named(`sg-${index}`)));
    assert.equal(rowsOf(page).length, 10_000);
    assert.match(page, /^10000 changes/);
  });
});
