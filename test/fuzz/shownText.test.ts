import assert from "node:assert/strict";
import fc from "fast-check";
import { escapeMarkdown } from "../../src/core/formats/escapeMarkdown";
import { shownText } from "../../src/core/shownText";
import { withoutIcons, withoutLinks, withoutMarkup } from "../../src/ui/plainText";
import { holds } from "./holds";
import { anyText, soup } from "./texts";

const text = fc.oneof(anyText, fc.string({ unit: "binary", maxLength: 40 }));
/** Letters and signs of some scripts are blank, too: none of Unicode's properties tells of them. */
const blanks = "\\u2800\\u2d7f\\ufffc\\u{1107f}\\u{13441}\\u{13442}\\u{16fe4}\\u{1d159}";
const unseen = new RegExp(
  `[\\p{C}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}${blanks}]|(?! )\\p{Zs}`,
  "u",
);

/** What belongs to a picture, and is seen in what it makes of it. */
const picturesOwn = /(?<=\p{Extended_Pictographic}\ufe0f?)[\ufe0f\u200d]/gu;

describe("a text as it may be shown", () => {
  it("has nothing in it that is not seen, a picture's parts aside", () => {
    holds(text, (any) => {
      assert.doesNotMatch(shownText(any).replaceAll(picturesOwn, ""), unseen);
    });
  });

  it("is the text, where all of it is seen, and never the same for two texts of which one is", () => {
    holds(text, (any) => {
      assert.equal(shownText(any) === any, !unseen.test(any) || shownText(any) === any);
      if (!unseen.test(any)) {
        assert.equal(shownText(any), any);
      }
    });
  });

  it("is the same again", () => {
    holds(text, (any) => assert.equal(shownText(shownText(any)), shownText(any)));
  });

  // As VS Code reads them: https://github.com/microsoft/vscode/blob/main/src/vs/base/common/linkedText.ts
  const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
  const icon = /(?<!\\)\$\([a-z0-9-]+(?:~[a-z0-9-]+)?\)/i;
  const marked = soup("[", "]", "](", "(", ")", "command:x", "https://a", "$(", "trash", ")", "\\", " ");

  it("makes no link in a message, no icon in a list, neither in a box", () => {
    holds(marked, (any) => {
      assert.doesNotMatch(withoutLinks(shownText(any)), link);
      assert.doesNotMatch(withoutIcons(shownText(any)), icon);
      assert.doesNotMatch(withoutMarkup(shownText(any)), link);
    });
  });

  it("has no line of its own in a tooltip, and nothing that Markdown reads", () => {
    holds(marked, (any) => {
      const escaped = escapeMarkdown(any).replaceAll(picturesOwn, "");
      assert.doesNotMatch(escaped, unseen);
      assert.doesNotMatch(
        escaped.replaceAll(/\\[\\`*_{}[\]()#+\-.!~|<>&$:]/g, ""),
        /[\\`*_{}[\]()#+.!~|<>&$:-]/,
      );
    });
  });
});
