import assert from "node:assert/strict";
import { HeldClock } from "../support/heldClock";
import { eventually } from "./editor/eventually";
import { useEditor } from "./editor/useEditor";

const groups = ["sandbox-classic", "us-west-2", "Cache security groups"] as const;
const sessions = [...groups, "sessions"] as const;
const mygroup = [...groups, "mygroup"] as const;
const rateLimit = [...groups, "rate-limit"] as const;

describe("several rows by clicks", () => {
  const clock = new HeldClock();
  const { editor, sandbox } = useEditor({ sandbox: { settleMs: 200, clock: clock.now } });
  const sent = (action: string) => sandbox().requests.filter((request) => request.action === action);

  it("copies the names of selected grants, one on each line", async () => {
    const { tree } = editor();
    await tree.expand(...sessions);
    await tree.click([...sessions, "web-servers"]);
    await tree.click([...sessions, "checkout"], "ControlOrMeta");
    const menu = await tree.menu(...sessions, "checkout");
    await menu.choose("Copy Name");
    assert.deepEqual((await editor().clipboard()).split("\n").sort(), ["checkout", "web-servers"]);
  });

  it("asks once before it revokes them, naming both", async () => {
    const { tree, dialog } = editor();
    const menu = await tree.menu(...sessions, "checkout");
    await menu.choose("Revoke Ingress…");
    const { message, detail, buttons } = await dialog.read();
    assert.equal(message, "Revoke 2 grants from 1 cache security group?");
    assert.match(detail, /us-west-2, profile sandbox-classic:/);
    assert.match(detail, /web-servers of 123456781234, from sessions/);
    assert.match(detail, /checkout of 123456781234, from sessions/);
    assert.ok(buttons.includes("Revoke"), buttons.join());
    await editor().screenshot("revoke-several");
    await dialog.escape();
    assert.deepEqual(sent("RevokeCacheSecurityGroupIngress"), []);
  });

  it("revokes them on its button, and they go from the tree", async () => {
    const { tree, dialog, notifications } = editor();
    const menu = await tree.menu(...sessions, "checkout");
    await menu.choose("Revoke Ingress…");
    clock.hold();
    await dialog.choose("Revoke");
    await tree.waitFor([...sessions, "web-servers"], { description: /^revoking · 123456781234/ });
    clock.letGo();
    await tree.waitForNo([...sessions, "web-servers"]);
    await tree.waitForNo([...sessions, "checkout"]);
    await tree.waitFor([...sessions, "default"]);
    assert.equal(sent("RevokeCacheSecurityGroupIngress").length, 2);
    const end = await notifications.waitFor(/Revoke Ingress: 2 revoked/);
    assert.deepEqual(end.buttons, ["Show Report", "Undo"]);
  });

  it("works on the clicked row alone where it is not among those selected", async () => {
    const { tree, dialog } = editor();
    await tree.expand(...rateLimit);
    await tree.click(mygroup);
    await tree.click(sessions, "ControlOrMeta");
    const menu = await tree.menu(...rateLimit, "api-gateway");
    await menu.choose("Revoke Ingress…");
    assert.match(
      (await dialog.read()).message,
      /^Revoke api-gateway of account 123456781234 from rate-limit/,
    );
    await dialog.escape();
  });

  it("says that something has to be checked where Enter is pressed on nothing", async () => {
    const { quickInput } = editor();
    await editor().notifications.clear();
    await editor().command("Authorize Many…");
    await quickInput.waitFor({ title: "Authorize Many", busy: false });
    await quickInput.enter();
    await quickInput.waitFor({ title: "Authorize Many: check one at least" });
    await quickInput.check("sandbox-partner");
    await quickInput.waitFor({ title: "Authorize Many" });
    await quickInput.escape();
    await quickInput.waitForClosed();
  });

  it("shows the plan of Authorize Many for two selected groups and a pasted list", async () => {
    const { tree, quickInput } = editor();
    await tree.click(mygroup);
    await tree.click(rateLimit, "ControlOrMeta");
    await editor().page.evaluate(
      `navigator.clipboard.writeText("name,owner\\nweb,5654-1952-3791\\napi-gateway,123456781234\\nbroken,12\\n")`,
    );
    const menu = await tree.menu(...mygroup);
    await menu.choose("Authorize Many…");
    await quickInput.waitFor({
      title: "Authorize Many into 2 groups · sandbox-classic · us-west-2",
      step: "1/2",
    });
    await editor().screenshot("many-sources");
    await quickInput.pick("From the clipboard");
    await quickInput.item({ label: "Line 4: An account number has 12 digits; this has 2 digits" });
    await editor().screenshot("many-lines");
    await quickInput.pick("Go on with the 2 sources that could be read");
    await quickInput.waitFor({ title: /^Authorize Many into 2 groups.*: review$/, step: "2/2", busy: false });
    await quickInput.item({ label: "web into mygroup", separator: "to authorize (3)" });
    await quickInput.item({
      label: "api-gateway into rate-limit",
      separator: "already authorized (1)",
      detail: "The status is authorized",
    });
    await editor().screenshot("many-plan");
  });

  it("keeps what is so already unchecked, and sends what is checked", async () => {
    const { tree, quickInput, notifications } = editor();
    await quickInput.check("api-gateway into rate-limit");
    await quickInput.check("web into rate-limit");
    await quickInput.enter();
    const end = await notifications.waitFor(/Authorize Many: 2 authorized, 1 already authorized/);
    assert.deepEqual(end.buttons, ["Show Report", "Undo"]);
    assert.equal(sent("AuthorizeCacheSecurityGroupIngress").length, 2);
    await tree.expand(...mygroup);
    await tree.waitFor([...mygroup, "web"], { description: /authoriz/ });
    await tree.waitFor([...mygroup, "web"], { description: /^authorized · 565419523791/ });
  });

  it("shows the report", async () => {
    await editor().notifications.choose(/Authorize Many: 2 authorized/, "Show Report");
    const text = editor().page.locator(".editor-instance .view-lines");
    await eventually(
      async () =>
        /Authorize Many: 2 authorized, 1 already authorized/.test(
          ((await text.textContent()) ?? "").replaceAll("\u00a0", " "),
        )
          ? true
          : undefined,
      async () => `The editor shows ${await text.textContent()}`,
    );
    await editor().screenshot("many-report");
  });

  it("deletes two groups at once after their number is typed", async () => {
    const { tree, dialog, quickInput } = editor();
    await tree.click(mygroup);
    await tree.click(rateLimit, "ControlOrMeta");
    const menu = await tree.menu(...rateLimit);
    await menu.choose("Delete Cache Security Group…");
    assert.match((await dialog.read()).detail, /mygroup: 2 grants\n.*rate-limit: 1 grant/);
    await dialog.choose("Delete");
    await quickInput.waitFor({ title: "Delete 2 cache security groups" });
    await quickInput.type("1");
    await quickInput.waitFor({ severity: "error", message: /Type 2 to delete 2 groups/ });
    await editor().screenshot("delete-several");
    await quickInput.type("2");
    await quickInput.enter();
    await tree.waitForNo(mygroup);
    await tree.waitForNo(rateLimit);
  });
});
