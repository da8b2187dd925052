import assert from "node:assert/strict";
import { HeldClock } from "../support/heldClock";
import { useEditor } from "./editor/useEditor";

const section = ["sandbox-classic", "us-west-2", "Cache security groups"] as const;
const group = [...section, "shortlived"] as const;
const grant = [...group, "web"] as const;

describe("the life of a cache security group, by clicks", () => {
  const clock = new HeldClock();
  const { editor } = useEditor({ sandbox: { settleMs: 200, clock: clock.now } });

  it("begins with Create, on the section's row", async () => {
    const { tree, quickInput, notifications } = editor();
    await tree.expand(...section);
    await (await tree.menu(...section)).choose("Create Cache Security Group…");
    await quickInput.waitFor({ step: "1/2" });
    await quickInput.type("ShortLived");
    await quickInput.waitFor({ severity: "warning", message: /stored in lower case: shortlived/ });
    await quickInput.enter();
    await quickInput.waitFor({ step: "2/2" });
    await quickInput.type("For a while");
    await quickInput.enter();
    await tree.waitFor(group, { description: "lets nobody in · For a while", focused: true });
    await notifications.waitFor(/shortlived was created/);
  });

  it("is taken back by Undo while the group is empty, and can be begun again", async () => {
    const { tree, quickInput, notifications } = editor();
    await notifications.choose(/shortlived was created/, "Undo");
    await tree.waitForNo(group);
    await notifications.clear();
    await (await tree.menu(...section)).choose("Create Cache Security Group…");
    await quickInput.waitFor({ step: "1/2" });
    await quickInput.type("shortlived");
    await quickInput.enter();
    await quickInput.waitFor({ step: "2/2" });
    await quickInput.type("For a while");
    await quickInput.enter();
    await tree.waitFor(group);
    await notifications.clear();
  });

  it("lets somebody in, and Undo takes it back: revoking, then gone", async () => {
    const { tree, quickInput, notifications } = editor();
    await (await tree.menu(...group)).choose("Authorize Ingress…");
    await quickInput.waitFor({ step: "1/3" });
    await quickInput.type("web");
    await quickInput.item({ label: "Use what is typed" });
    await quickInput.pick("Use what is typed");
    await quickInput.waitFor({ step: "2/3" });
    await quickInput.type("565419523791");
    await quickInput.item({ label: "Use 565419523791", focused: true });
    await quickInput.enter();
    await quickInput.item({ label: "Authorize ingress", focused: true });
    clock.hold();
    await quickInput.enter();
    await tree.waitFor(grant, { description: /^authorizing · 565419523791/ });
    clock.letGo();
    await tree.waitFor(grant, { description: /^authorized · 565419523791/ });
    await notifications.waitFor(/web of account 565419523791 is authorized/);
    clock.hold();
    await notifications.choose(/web of account 565419523791 is authorized/, "Undo");
    await tree.waitFor(grant, { description: /^revoking · 565419523791/, icon: "loading" });
    clock.letGo();
    await tree.waitForNo(grant);
  });

  it("lets the same in again by Undo of the revoke", async () => {
    const { tree, notifications } = editor();
    await notifications.choose(/web of account 565419523791 is revoked/, "Undo");
    await tree.waitFor(grant, { description: /^authorized · 565419523791/ });
    await notifications.clear();
  });

  it("ends with Delete, which asks for the name of a group that lets somebody in", async () => {
    const { tree, quickInput, dialog, notifications } = editor();
    await (await tree.menu(...group)).choose("Delete Cache Security Group…");
    const { message, detail } = await dialog.read();
    assert.match(message, /shortlived/);
    assert.match(detail, /web of 565419523791/);
    await dialog.choose("Delete");
    await quickInput.waitFor({ title: /shortlived/ });
    await quickInput.type("shortlived");
    await quickInput.enter();
    await tree.waitForNo(group);
    await notifications.waitFor(/shortlived was deleted/);
  });
});
