import { LateAnswers } from "../support/lateAnswers";
import { useEditor } from "./editor/useEditor";

const groups = ["sandbox-classic", "us-west-2", "Cache security groups"] as const;
const caches = ["sandbox-vpc", "us-west-2", "Caches"] as const;

describe("the mark in a list that is still being read", () => {
  const late = new LateAnswers();
  const { editor } = useEditor({
    settings: { "elasticacheAccess.requestTimeout": 120 },
    sandbox: { hold: late.hold },
  });
  afterEach(() => late.release());

  it("stays on the owner that came with the group, when the account's own number arrives", async () => {
    const { tree, quickInput } = editor();
    late.keep("GetCallerIdentity");
    await tree.expand(...groups);
    await (await tree.menu(...groups, "mygroup")).choose("Authorize Ingress…");
    await quickInput.waitFor({ step: "1/3", busy: false });
    await quickInput.item({ label: "default", description: /^565419523791/ });
    await quickInput.type("565419523791");
    await quickInput.item({ label: "default", description: /^565419523791/, focused: true });
    await quickInput.enter();
    // The owner came with the group: Back leads to it.
    await quickInput.waitFor({ step: "3/3" });
    await quickInput.back();
    await quickInput.waitFor({ step: "2/3", busy: true });
    await quickInput.item({ label: "565419523791", focused: true });
    late.release();
    await quickInput.item({ label: "123456781234", description: "this account" });
    await quickInput.waitFor({ busy: false });
    await quickInput.item({ label: "565419523791", focused: true });
    await quickInput.enter();
    await quickInput.waitFor({ step: "3/3" });
    await quickInput.item({ label: /^Who: default of account 565419523791\b/ });
    await quickInput.escape();
    await quickInput.waitForClosed();
  });

  it("stays on the EC2 security group that was gone to, when the live list arrives", async () => {
    const { tree, quickInput, page } = editor();
    late.keep("DescribeSecurityGroups");
    await (await tree.menu(...groups, "mygroup")).choose("Authorize Ingress…");
    await quickInput.waitFor({ step: "1/3", busy: true });
    await quickInput.item({ label: "api-gateway", focused: true });
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await quickInput.item({ label: "checkout", focused: true });
    late.release();
    await quickInput.item({ label: "default", separator: "in this account" });
    await quickInput.waitFor({ busy: false });
    // A mark that was moved while the list was on its way comes back as soon as the window has told of it.
    await quickInput.item({ label: "checkout", focused: true });
    await quickInput.enter();
    await quickInput.waitFor({ step: "3/3" });
    await quickInput.item({ label: /^Who: checkout of account 123456781234\b/ });
    await quickInput.escape();
    await quickInput.waitForClosed();
  });

  it("stays where it was gone to though nothing else was there yet", async () => {
    const { tree, quickInput, page } = editor();
    await tree.expand(...caches, "pages");
    late.keep("DescribeSecurityGroups");
    await (await tree.menu(...caches, "pages", "page-cache")).choose("Authorize VPC Ingress…");
    await quickInput.waitFor({ step: "1/3", busy: true });
    await quickInput.item({ label: "Enter a CIDR block…", focused: true });
    await page.keyboard.press("ArrowDown");
    await quickInput.item({ label: "Enter another account's group…", focused: true });
    late.release();
    await quickInput.waitFor({ busy: false });
    await quickInput.item({ label: "Enter another account's group…", focused: true });
    await quickInput.escape();
    await quickInput.waitForClosed();
  });

  it("goes to the first of the list where it was nowhere but on what is always there", async () => {
    const { tree, quickInput } = editor();
    late.keep("DescribeSecurityGroups");
    await (await tree.menu(...caches, "pages", "page-cache")).choose("Authorize VPC Ingress…");
    await quickInput.waitFor({ step: "1/3", busy: true });
    await quickInput.item({ label: "Enter a CIDR block…", focused: true });
    late.release();
    await quickInput.waitFor({ busy: false });
    await quickInput.item({ label: "analytics-cache", focused: true });
    await quickInput.escape();
    await quickInput.waitForClosed();
  });

  for (const [what, downs, enter] of [
    ["Enter that was pressed", 0, true],
    ["a mark that was moved", 3, false],
    ["Enter that was pressed on a mark just moved", 3, true],
  ] as const) {
    it(`is what it was for ${what} while the window was too busy to show the new list`, async () => {
      const { tree, quickInput, page } = editor();
      late.keep("DescribeSecurityGroups");
      await (await tree.menu(...groups, "mygroup")).choose("Authorize Ingress…");
      await quickInput.waitFor({ step: "1/3", busy: true });
      await quickInput.item({ label: "api-gateway", focused: true });
      const meant = (await quickInput.items())[downs];
      const keys = [...Array.from({ length: downs }, () => "ArrowDown"), ...(enter ? ["Enter"] : [])];
      const busy = page.waitForEvent("console", (message) => message.text() === "busy");
      const pressed = page.evaluate(pressWhileBusy, keys);
      await busy;
      late.release();
      await pressed;
      if (enter) {
        await quickInput.waitFor({ step: "3/3" });
        await quickInput.back();
        // The owner, which came with the group.
        await quickInput.waitFor({ step: "2/3" });
        await quickInput.back();
      }
      await quickInput.item({ label: "default", separator: "in this account" });
      const wanted = {
        label: meant?.label ?? "",
        description: new RegExp(`^${meant?.description.slice(0, 12)}`),
      };
      await quickInput.item({ ...wanted, focused: true });
      await quickInput.escape();
      await quickInput.waitForClosed();
    });
  }
});

/** Runs in the page: what comes from the extension waits for a second, and then for these keys. */
function pressWhileBusy(keys: readonly string[]): void {
  console.log("busy");
  const end = Date.now() + 1_000;
  while (Date.now() < end) {
    // Nothing else runs in this window meanwhile.
  }
  const input = document.querySelector(".quick-input-box input");
  for (const key of keys) {
    const keyCode = key === "Enter" ? 13 : 40;
    input?.dispatchEvent(new KeyboardEvent("keydown", { key, code: key, keyCode, bubbles: true }));
  }
}
