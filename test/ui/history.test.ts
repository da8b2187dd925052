import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import path from "node:path";
import { eventually, oneTry } from "./editor/eventually";
import { useEditor } from "./editor/useEditor";

const mygroup = ["sandbox-classic", "us-west-2", "Cache security groups", "mygroup"] as const;
const label = "default → mygroup";

describe("the history below the tree", () => {
  // The windows of the suite share one.
  const { editor } = useEditor({
    prepare: ({ storage }) => {
      for (const folder of ["history", "windows"]) {
        rmSync(path.join(storage, folder), { recursive: true, force: true });
      }
    },
  });

  it("is closed at first, and says that there is nothing yet", async () => {
    const { history, page } = editor();
    await history.unfold();
    await page.getByText("No change has been sent from this machine yet").waitFor();
  });

  it("shows a change as it is made, how it ended, how long ago and where", async () => {
    const { tree, quickInput, history, notifications } = editor();
    await tree.expand("sandbox-classic", "us-west-2");
    // A row that is being drawn anew refuses a click, and says so.
    await eventually(async () => {
      await tree.inlineAction(mygroup, "Authorize Ingress…");
      return quickInput.waitFor({ title: /Authorize Ingress/ }, oneTry);
    });
    // Clicked twice, it opens anew over what has been typed already.
    await quickInput.waitFor({ title: /Authorize Ingress/, busy: false });
    await quickInput.type("565419523791");
    await quickInput.item({ label: "default", description: /565419523791/, focused: true });
    await quickInput.waitFor({ value: "565419523791", busy: false });
    await quickInput.enter();
    await quickInput.waitFor({ title: /Authorize Ingress/, busy: false });
    // The owner's step, where the choice does not carry the owner.
    if (!(await quickInput.items()).some((item) => item.label === "Authorize ingress")) {
      await quickInput.enter();
    }
    await quickInput.item({ label: "Authorize ingress", focused: true });
    await quickInput.enter();
    const row = await history.waitFor([label], {
      description: /^authorized · just now · sandbox-classic · us-west-2$/,
    });
    assert.equal(
      row.accessibleLabel.replace(/ \d+ min ago| just now/, " just now"),
      "EC2 security group default of account 565419523791 in cache security group mygroup, authorized, just now, profile sandbox-classic, us-west-2",
    );
    await notifications.waitFor(/is authorized in mygroup/);
    await notifications.clear();
    await editor().screenshot("history");
  });

  it("leads to the row that it was about", async () => {
    const { tree, history } = editor();
    await tree.collapse("sandbox-classic");
    await history.inlineAction([label], "Show in Tree");
    await tree.waitFor([...mygroup, "default"], { selected: true });
  });

  it("copies the request as a line for the shell", async () => {
    const menu = await editor().history.menu(label);
    await menu.choose("Copy as AWS CLI");
    assert.match(
      await editor().clipboard(),
      /aws elasticache authorize-cache-security-group-ingress --cli-input-json/,
    );
  });

  it("takes it back, and shows that too", async () => {
    const { tree, history } = editor();
    await history.inlineAction([label], "Undo");
    await tree.waitForNo([...mygroup, "default"]);
    await history.waitFor([label], { description: /^revoked · just now/ });
  });
});
