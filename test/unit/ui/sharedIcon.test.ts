import assert from "node:assert/strict";
import { sharedIcon } from "../../../src/ui/sharedIcon";
import type { PickEntry } from "../../../src/ui/ui";

const entry = (key: string, icon?: string): PickEntry<string> => ({
  key,
  label: key,
  value: key,
  ...(icon === undefined ? {} : { icon }),
});
const enter = { ...entry("enter", "pencil"), always: true };

describe("an icon that all of a list have", () => {
  it("is told, so that it can be left out", () => {
    assert.equal(
      sharedIcon([{ separator: "this account" }, entry("a", "shield"), entry("b", "shield"), enter]),
      "shield",
    );
    assert.equal(
      sharedIcon([{ note: true, icon: "warning", label: "Not all" }, entry("a", "vm"), entry("b", "vm")]),
      "vm",
    );
  });

  it("is none where they tell kinds apart, or one alone has one", () => {
    assert.equal(sharedIcon([entry("a", "vm"), entry("b", "package")]), undefined);
    assert.equal(sharedIcon([entry("a", "vm"), entry("b")]), undefined);
    assert.equal(sharedIcon([entry("a", "vm"), enter]), undefined);
    assert.equal(sharedIcon([]), undefined);
  });
});
