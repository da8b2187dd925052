import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import catalogue from "../wire/failures/catalogue.json";
import { eventually } from "./editor/eventually";
import { useEditor } from "./editor/useEditor";
import type { WebEditor } from "./editor/webEditor";

const target = { profile: "sandbox-classic", region: "us-west-2" };

/** As many characters as may stand without a button. */
const unfolded = "Some account of mine may have no more groups than 50 of them";
const failures = catalogue.map(({ failure }) => failure);

/** A key that shows failures, as their rows do. */
function shows(key: string, shown: readonly object[]) {
  const commands = shown.map((failure) => ({
    command: "elasticacheAccess.showFailure",
    args: { ...target, failure },
  }));
  return { key, command: "runCommands", args: { commands } };
}

const keybindings = (web: WebEditor) => path.resolve(web.storage, "../../keybindings.json");

describe("Refresh above the tree", () => {
  const { editor, sandbox, web } = useEditor({
    prepare: (started) =>
      writeFileSync(
        keybindings(started),
        JSON.stringify([
          shows("ctrl+alt+8", [{ kind: "invalidParameter", message: unfolded }]),
          shows("ctrl+alt+9", failures),
        ]),
      ),
  });
  after(() => rmSync(keybindings(web()), { force: true }));
  const lists = (profile: string) =>
    sandbox().requests.filter(
      (each) => each.action === "DescribeCacheSecurityGroups" && each.profile === profile,
    ).length;

  it("reads everything that is open, whatever row has the focus", async () => {
    const { tree } = editor();
    await tree.expand("sandbox-classic", "us-west-2", "Cache security groups");
    await tree.expand("sandbox-partner", "us-west-2", "Cache security groups");
    await tree.click(["sandbox-partner", "us-west-2", "Cache security groups", "default"]);
    const before = [lists("sandbox-classic"), lists("sandbox-partner")];
    await tree.titleAction("Refresh");
    await eventually(
      async () =>
        lists("sandbox-classic") > (before[0] ?? 0) && lists("sandbox-partner") > (before[1] ?? 0)
          ? true
          : undefined,
      () => `${before} became ${[lists("sandbox-classic"), lists("sandbox-partner")]}`,
    );
    assert.deepEqual(await editor().notifications.all(), []);
  });

  it("shows each failure of the catalogue whole: nothing folded, nothing cut", async () => {
    const { page, notifications } = editor();
    assert.equal(unfolded.length, 60);
    await page.keyboard.press("Control+Alt+8");
    await notifications.standsWhole(unfolded);
    await page.keyboard.press("Control+Alt+9");
    await notifications.allWhole(failures.map(({ message }) => message));
    await editor().screenshot("failures");
  });
});
