import assert from "node:assert/strict";
import { accessMap } from "../../../../src/core/map/accessMap";
import { arrange, type Grid } from "../../../../src/core/map/arrange";
import { mapCsv } from "../../../../src/core/map/mapCsv";
import { mapMarkdown } from "../../../../src/core/map/mapMarkdown";
import { mapReport } from "../../../../src/core/map/mapReport";
import { mapSvg } from "../../../../src/core/map/mapSvg";
import { plainView } from "../../../../src/core/map/mapView";
import { cacheOf, ruleFrom } from "../../../support/caches";
import { factsFrom, vpcGroupOf } from "../../../support/mapFacts";

/** Names that would be something else in each of the formats. */
const hostile = [
  "=cmd|' /C calc'!A0",
  "a | b\n# c",
  "<script>&amp;",
  "*bold* `code`",
  '"quoted", and more',
  "plain",
];

const { data } = accessMap(
  [
    factsFrom({
      caches: [
        cacheOf("one"),
        cacheOf("open", { securityGroups: [{ id: "sg-2", status: "active" }] }),
        cacheOf("unread", { securityGroups: [{ id: "sg-3", status: "active" }] }),
      ],
      rules: {
        "sg-1": hostile.map((_, at) => ruleFrom(`sg-${at + 10}`)),
        "sg-2": [ruleFrom("0.0.0.0/0", 6379, 6379, "tcp", "sg-2")],
      },
      vpcGroups: hostile.map((name, at) => vpcGroupOf(`sg-${at + 10}`, name)),
      shown: { arn: "arn:aws:iam::111122223333:user/me", failures: ["You may not do ec2:DescribeVpcs"] },
    }),
  ],
  [
    { profile: "other", region: "eu-west-1" },
    { profile: "turned\u202eround\u2028", region: "eu-west-1" },
  ],
  "2026-11-26T12:00:00.000Z",
);
const grid = arrange(data, plainView);
const report = mapReport(data, plainView, grid);

function words({ rows, columns, cell }: Grid): string[][] {
  return rows.map((row) => [row.label, ...columns.map((column) => cell(row, column).word)]);
}

/** The fields of a CSV, quotes taken away. */
function parseCsv(text: string): string[][] {
  return text
    .split("\r\n")
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
      ),
    );
}

const unescaped = (text: string) => text.replace(/\\(.)/g, "$1");
const fromXml = (text: string) =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] ?? "'",
  );

describe("the exported map", () => {
  it("says in Markdown what the grid says", () => {
    const table = mapMarkdown(report)
      .split("\n")
      .filter((line) => line.startsWith("|"));
    const cells = table.map((line) =>
      line
        .slice(2, -2)
        .split(/(?<!(?<!\\)\\) \| /)
        .map(unescaped),
    );
    assert.deepEqual(
      cells.slice(2).map(([label = "", _detail, ...rest]) => [label, ...rest]),
      words(grid),
    );
    assert.equal(cells[0]?.[2], "open (prod us-west-2)");
  });

  it("says in CSV what the grid says, and begins no formula", () => {
    const lines = parseCsv(mapCsv(report));
    const start = lines.findIndex(([first]) => first === "Source");
    const said = lines
      .slice(start + 1)
      .map(([label = "", _detail, _account, ...rest]) => [label.replace(/^'/, ""), ...rest]);
    assert.deepEqual(said, words(grid));
    assert.ok(lines.flat().every((field) => !/^[=+\-@]/.test(field)));
  });

  it("says in SVG what the grid says, and holds nothing but text", () => {
    const svg = mapSvg(report);
    const rows = svg.split("\n").filter((line) => line.startsWith('<g class="row">'));
    const said = rows.map((line) =>
      [...line.matchAll(/<text [^>]*>(?:<title>(.*?)<\/title>)?(.*?)<\/text>/g)].map(
        ([, whole, shown = ""]) => fromXml(whole ?? shown),
      ),
    );
    assert.deepEqual(
      said.map(([source = "", ...rest]) => [source.replace(/ · (?:sg-|0\.0\.0\.0).*$/, ""), ...rest]),
      words(grid),
    );
    assert.doesNotMatch(svg, /<script|href|url\(|<foreignObject|<image/);
  });

  it("says when, as whom, and what was not read, in each format", () => {
    for (const text of [unescaped(mapMarkdown(report)), mapCsv(report), fromXml(mapSvg(report))]) {
      assert.match(text, /2026-11-26T12:00:00\.000Z/);
      assert.match(text, /prod · us-west-2, account 111122223333, as arn:aws:iam::111122223333:user\/me/);
      assert.match(text, /You may not do ec2:DescribeVpcs/);
      assert.match(
        text,
        /2 targets nobody has opened: other · eu-west-1, turned\ufffdround\ufffd · eu-west-1/,
      );
      assert.doesNotMatch(text, /[\u202e\u2028]/);
    }
  });
});
