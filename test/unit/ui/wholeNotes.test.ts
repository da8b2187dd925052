import assert from "node:assert/strict";
import { brokenLines, wholeNotes } from "../../../src/ui/wholeNotes";

describe("a note that is read whole", () => {
  it("stays on one line where there is room", () => {
    assert.deepEqual(wholeNotes("info", "Short"), [{ icon: "info", label: "Short", note: true }]);
  });

  it("goes on below, broken between words and within what is too long for a line", () => {
    const text = `Who: ${"a".repeat(100)} of account 565419523791 (${"some profile, ".repeat(10)})`;
    const lines = brokenLines(text);
    assert.ok(lines.every((line) => line.length <= 68 && line.length > 0));
    assert.equal(lines.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
    const notes = wholeNotes("info", text);
    assert.deepEqual(
      notes.flatMap(({ label, detail }) => (detail === undefined ? [label] : [label, detail])),
      lines,
    );
    assert.deepEqual(
      notes.map(({ icon }) => icon),
      ["info", ...notes.slice(1).map(() => "blank")],
    );
  });
});
