import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { changeColumns, written } from "./changes";
import { foundFaults, reliability } from "./document/reliability";

it("docs/reliability.md is what the table prints: npm run reliability", () => {
  assert.equal(readFileSync("docs/reliability.md", "utf8").replaceAll("\r\n", "\n"), reliability());
});

describe("a fault that was found", () => {
  for (const { about, faults } of foundFaults) {
    it(`has the test that is named: ${about}`, () => {
      for (const { fault, file, title } of faults) {
        const titles = readFileSync(`test/${file}`, "utf8")
          .split("\n")
          .filter((line) => /^\s*(?:it|describe)\(/.test(line));
        assert.ok(
          titles.some((line) => hasInOrder(line, title.split("…"))),
          `${fault}: ${title}`,
        );
      }
    });
  }
});

function hasInOrder(line: string, parts: readonly string[]): boolean {
  let at = 0;
  return parts.every((part) => {
    const found = line.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}

it("each operation that changes something has a column", () => {
  assert.deepEqual(
    [...new Set(changeColumns.map(({ action }) => action))].sort(),
    Object.keys(written).sort(),
  );
});
