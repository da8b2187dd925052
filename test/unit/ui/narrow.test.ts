import assert from "node:assert/strict";
import { firstMatch, mostShown, narrow } from "../../../src/ui/narrow";
import type { PickEntry } from "../../../src/ui/ui";

const web = Array.from({ length: 6_000 }, (_, number) => item(`web-${number}`, `sg-${number}`));
const jobs = Array.from({ length: 4_000 }, (_, number) => item(`job-${number}`, `sg-${6_000 + number}`));
const enter: PickEntry<string> = { key: "enter", label: "Enter a name…", always: true, value: "enter" };
const warning: PickEntry<string> = { label: "Not all could be listed", note: true };
const entries = [warning, { separator: "near" }, ...web, { separator: "far" }, ...jobs, enter];

function item(label: string, description: string): PickEntry<string> {
  return { key: label, label, description, detail: `Team=${label.toUpperCase()}!`, value: label };
}

/** What is shown, by its words. */
function shown(typed: string): readonly string[] {
  return narrow(entries, typed).map((entry) => ("separator" in entry ? entry.separator : entry.label));
}

describe("a list too long to be sent to the window whole", () => {
  it("begins with what comes first, says how much more there is, and keeps what always stays", () => {
    const words = shown("");
    assert.deepEqual(words.slice(0, 3), ["near", "web-0", "web-1"]);
    assert.deepEqual(words.slice(-4), [
      "web-499",
      "9,500 more are in the list",
      "Not all could be listed",
      "Enter a name…",
    ]);
    assert.equal(words.length, mostShown + 4);
  });

  it("is searched whole: by any part of the label, the description or the detail, upper or lower case", () => {
    const always = ["Not all could be listed", "Enter a name…"];
    assert.deepEqual(shown("JOB-3999"), ["far", "job-3999", ...always]);
    assert.deepEqual(shown(" sg-9998 "), ["far", "job-3998", ...always]);
    assert.deepEqual(shown("=web-5999!"), ["near", "web-5999", ...always]);
    assert.deepEqual(shown("nobody"), always);
  });

  it("says how many more match", () => {
    assert.ok(shown("job").includes("3,500 more match"));
    assert.ok(!shown("job-39").some((word) => word.endsWith("more match")));
  });

  it("takes what is typed for text, not for a pattern", () => {
    for (const typed of [".", "^web", "web-0$", "(", "[", "\\", "web-.*"]) {
      assert.deepEqual(shown(typed), ["Not all could be listed", "Enter a name…"], typed);
    }
  });

  it("keeps the one that is marked, however far down it stands", () => {
    const shownKept = narrow(entries, "", "web-5000").map((entry) => "key" in entry && entry.key);
    assert.equal(shownKept.indexOf("web-5000"), shownKept.indexOf("web-499") + 1);
    assert.ok(
      !narrow(entries, "job", "web-5000").some((entry) => "key" in entry && entry.key === "web-5000"),
    );
  });

  it("is left to VS Code where it is short", () => {
    const few = entries.slice(0, mostShown);
    assert.equal(narrow(few, "nobody"), few);
  });
});

describe("the entry to mark for a text, where the window cannot choose it", () => {
  const shownItems = [
    { label: "api-gateway", description: "123456781234" },
    { label: "default", description: "565419523791 · let in by sessions" },
    { label: "Use what is typed", alwaysShow: true },
    { label: "Enter a name…", alwaysShow: true },
  ];

  it("is the first that the text stands in, in whichever of its parts", () => {
    assert.equal(firstMatch(shownItems, " 565419523791 "), shownItems[1]);
    assert.equal(firstMatch(shownItems, "GATE"), shownItems[0]);
  });

  it("is the first that stays, where it stands in none", () => {
    assert.equal(firstMatch(shownItems, "nobody"), shownItems[2]);
    assert.equal(firstMatch(shownItems.slice(0, 2), "nobody"), undefined);
  });
});
