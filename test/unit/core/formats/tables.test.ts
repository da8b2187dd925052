import assert from "node:assert/strict";
import { csvText } from "../../../../src/core/formats/csv";
import { exportFormats, isExportFormat } from "../../../../src/core/formats/exportFormats";
import { historyText } from "../../../../src/core/formats/historyText";
import { listedByTarget } from "../../../../src/core/formats/listedByTarget";
import { textTable } from "../../../../src/core/formats/textTable";
import type { HistoryEntry } from "../../../../src/core/history";
import { isAsWrittenDown } from "../../../support/writtenDown";

describe("a table to read", () => {
  it("has columns as wide as their cells, and nothing at the end of a line", () => {
    assert.deepEqual(
      textTable(
        ["a", "bbb", "c"],
        [
          ["aaaa", "b", ""],
          ["", "bbbbb", "cc"],
        ],
      ),
      ["a     bbb    c", "aaaa  b", "      bbbbb  cc"],
    );
    assert.deepEqual(
      textTable(undefined, [
        ["a", "b"],
        ["ccc", "d"],
      ]),
      ["a    b", "ccc  d"],
    );
    assert.deepEqual(textTable(undefined, []), []);
  });

  it("lets a very long cell stand out of its column", () => {
    const [first, second] = textTable(undefined, [
      ["x".repeat(110), "a"],
      ["x".repeat(120), "b"],
    ]);
    assert.equal(first, `${"x".repeat(110)}  a`);
    assert.equal(second, `${"x".repeat(120)}  b`);
    assert.equal(textTable(undefined, [["x".repeat(10_001)]])[0], `${"x".repeat(10_000)}…`);
  });

  it("keeps each cell on its line, whatever it holds", () => {
    assert.deepEqual(textTable(undefined, [["a\n\nb\u2028c\u202ed\te"]]), ["a\\n\\nb\\u2028c\\u202ed\\te"]);
  });
});

describe("a table for spreadsheets", () => {
  it("quotes what parts it, and doubles quotes", () => {
    assert.equal(csvText([["a", "b,c", 'd"e', "f\ng", "h;i"], [""]]), 'a,"b,c","d""e","f\ng","h;i"\r\n\r\n');
    assert.equal(csvText([]), "");
  });

  for (const [text, safe] of [
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@a", "'@a"],
    ["＝1", "'＝1"],
    [" =1", "' =1"],
    ["\t1", "'\t1"],
    ["a=1", "a=1"],
    ["10.0.0.0/8", "10.0.0.0/8"],
  ] as const) {
    it(`runs nothing: ${JSON.stringify(text)}`, () => assert.equal(csvText([[text]]), `${safe}\r\n`));
  }

  it("ends a field where a cell of a spreadsheet does", () => {
    assert.equal(csvText([["x".repeat(40_000)]]).length, 32_767 + 2);
  });
});

describe("many things in a modal", () => {
  const items = (count: number, profile = "dev") =>
    Array.from({ length: count }, (_, at) => ({ profile, region: "us-west-2", name: `g${at}` }));
  const listed = (all: ReturnType<typeof items>) => listedByTarget(all, ({ name }) => name);

  it("are named below their targets, twelve at most", () => {
    assert.deepEqual(listed([]), []);
    assert.deepEqual(listed([...items(1), ...items(1, "prod"), ...items(2).slice(1)]), [
      ...["us-west-2, profile dev:", "• g0", "• g1", "us-west-2, profile prod:", "• g0"],
    ]);
    assert.equal(listed(items(12)).length, 13);
    assert.deepEqual(listed(items(13)).slice(-2), ["• g11", "and 1 more"]);
    assert.deepEqual(listed(items(20)).slice(-1), ["and 8 more"]);
  });
});

describe("the history as text", () => {
  const entry = (more: Partial<HistoryEntry> = {}): HistoryEntry => ({
    ...{ time: "2026-11-25T10:42:00.123Z", target: { profile: "dev", region: "us-west-2" } },
    ...{ action: "AuthorizeCacheSecurityGroupIngress", outcome: "done" },
    what: { CacheSecurityGroupName: "mygroup", EC2SecurityGroupName: "web" },
    ...more,
  });
  const entries = [
    entry({ requestId: "id-1", caller: "arn:aws:iam::111122223333:user/me" }),
    entry({ outcome: "unchanged", time: "2026-11-25T10:43:00Z" }),
    entry({ outcome: "failed", failure: { kind: "accessDenied", code: "AccessDenied" } }),
    entry({ outcome: "failed", failure: { kind: "network" } }),
    entry({ outcome: "inDoubt", failure: { kind: "windowEnded" } }),
    entry({ outcome: "underWay", what: { IpPermissions: [{ FromPort: 6379 }], note: "a;b" } }),
  ];

  it("is as written down, and says where there is nothing", () => {
    const cutOff = {
      ...{ id: "w.1", time: "2026-11-25T09:00:00.000Z", command: "authorizeMany", looked: true },
      ...{ title: "Authorize Many", done: "authorized", isAnswered: false },
      items: [
        { params: {}, became: "done" },
        { params: {}, became: "notSent" },
      ],
    } as const;
    const later = {
      ...cutOff,
      time: "2026-11-25T09:30:00.000Z",
      title: "Authorize Ingress",
      items: cutOff.items.slice(1),
    };
    const texts = [historyText([]), historyText(entries.slice(0, 1)), historyText([], [cutOff])].concat(
      historyText(entries, [cutOff, later]),
    );
    isAsWrittenDown("test/unit/core/formats/told/history.txt", texts.join("\n----\n"));
  });

  it("is exported as written down", () => {
    const { jsonl, csv } = exportFormats;
    isAsWrittenDown("test/unit/core/formats/told/history.jsonl.txt", jsonl.write(entries));
    isAsWrittenDown(
      "test/unit/core/formats/told/history.csv.txt",
      csv.write(entries).replaceAll("\r\n", "\n"),
    );
    assert.deepEqual(["jsonl", "csv", "xlsx", "toString"].map(isExportFormat), [true, true, false, false]);
  });
});
