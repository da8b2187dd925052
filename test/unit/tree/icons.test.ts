import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { icons } from "../../../src/tree/icons";

const folder = "src/tree";
const rowFiles = ["cacheRow", "grantRow", "noteRow", "profileRow", "regionRow", "ruleRow", "sectionRow"];

describe("the icons of rows", () => {
  it("are one for each meaning, told apart without their colours", () => {
    const ids = Object.values(icons).map(({ id }) => id);
    assert.deepEqual([...new Set(ids)], ids);
  });

  it("are taken from the table alone", () => {
    for (const name of rowFiles) {
      const text = readFileSync(path.join(folder, `${name}.ts`), "utf8");
      assert.doesNotMatch(text, /\bid: "[a-z-]+"/, name);
    }
  });
});
