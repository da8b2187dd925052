import assert from "node:assert/strict";
import { withoutIcons, withoutLinks, withoutMarkup } from "../../../src/ui/plainText";

// As VS Code reads them: https://github.com/microsoft/vscode/blob/main/src/vs/base/common/linkedText.ts
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

describe("names of other people's groups", () => {
  it("are no links in a notification", () => {
    const name = "[Retry](command:workbench.action.quit)";
    assert.match(name, link);
    assert.doesNotMatch(withoutLinks(name), link);
    assert.equal(withoutLinks(name).replace("\u200b", ""), name);
  });

  it("are no icons in a list", () => {
    assert.equal(withoutIcons("$(pass) web$(sync~spin)"), "\\$(pass) web\\$(sync~spin)");
  });

  it("are neither in an input box", () => {
    const shown = withoutMarkup("[sessions](command:workbench.action.closeWindow) $(trash)");
    assert.doesNotMatch(shown, link);
    assert.match(shown, /\\\$\(trash\)$/);
  });

  it("are left alone otherwise", () => {
    for (const name of ["web", "a [b] (c)", "$HOME (x)"]) {
      assert.equal(withoutLinks(name), name);
      assert.equal(withoutIcons(name), name);
    }
  });
});
