import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { reliability } from "./document/reliability";

it("docs/reliability.md is what the table prints: npm run reliability", () => {
  assert.equal(readFileSync("docs/reliability.md", "utf8").replaceAll("\r\n", "\n"), reliability());
});
