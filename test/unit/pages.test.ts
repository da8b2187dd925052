import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

describe("the pages", () => {
  for (const page of pages) {
    const text = readFileSync(page, "utf8");

    it(`${page} leads to what is there`, () => {
      const links = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = ""]) => link);
      for (const link of links) {
        const [file = "", anchor] = link.split("#");
        const target = file === "" ? page : path.join(path.dirname(page), file);
        assert.ok(existsSync(target), `${link} of ${page}`);
        if (anchor !== undefined) {
          assert.ok(anchorsOf(readFileSync(target, "utf8")).includes(anchor), `#${anchor} of ${target}`);
        }
      }
    });

    it(`${page} names no file that is not there`, () => {
      const named = [...text.matchAll(/`((?:src|test|scripts|docs|media)\/[\w./-]+)`(?!, new\b)/g)].map(
        ([, file = ""]) => file,
      );
      assert.deepEqual(
        named.filter((file) => !existsSync(file)),
        [],
      );
    });
  }
});

/** As GitHub and VS Code make them of titles. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );
}
