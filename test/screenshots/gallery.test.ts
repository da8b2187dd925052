import { eventually } from "../ui/editor/eventually";
import { allThemes } from "../ui/editor/themes";
import { useEditor } from "../ui/editor/useEditor";
import { dragSideBar, takePicture } from "./pictures";

const section = ["sandbox-classic", "us-west-2", "Cache security groups"] as const;
const mygroup = [...section, "mygroup"] as const;

for (const theme of allThemes) {
  describe(`pictures in the ${theme} theme`, () => {
    const { editor, sandbox } = useEditor({ theme, sandbox: { settleMs: 4_000 } });
    const picture = (name: string) => takePicture(editor(), `${name}-${theme}`);

    before(async () => {
      await editor().page.setViewportSize({ width: 1100, height: 640 });
      // The side bar, wide enough for the words.
      await dragSideBar(editor(), 470);
    });

    it("of the tree with grants", async () => {
      const { tree } = editor();
      await tree.expand(...section, "rate-limit");
      await tree.expand(...section, "sessions");
      await tree.waitFor([...section, "sessions", "default"], { icon: "pass-filled" });
      await picture("tree");
    });

    it("of each step of the flow", async () => {
      const { quickInput } = editor();
      await editor().command("Authorize Ingress…");
      await quickInput.waitFor({ step: /^1\// });
      await picture("flow-1-target");
      await quickInput.pick("sandbox-classic");
      await quickInput.item({ label: "mygroup" });
      await picture("flow-2-group");
      await quickInput.pick("mygroup");
      await quickInput.waitFor({ step: /^3\//, busy: false });
      await quickInput.item({ label: "default", description: /565419523791/ });
      await picture("flow-3-source");
      await quickInput.type("565419523791");
      await quickInput.item({ label: "default", focused: true });
      await quickInput.enter();
      // Where the owner came with the group, Back leads to that step.
      const next = await quickInput.item({
        label: /^(?:Authorize ingress|565419523791)$/,
        focused: true,
      });
      if (next.label === "Authorize ingress") {
        await quickInput.back();
      }
      await quickInput.item({ label: "565419523791", focused: true });
      await picture("flow-4-owner");
      await quickInput.type("5654-1952-379");
      await quickInput.item({ label: /this has 11 digits/ });
      await picture("flow-4-owner-refused");
      await quickInput.type("5654-1952-3791");
      await quickInput.item({ label: "Use 565419523791", focused: true });
      await quickInput.enter();
      await quickInput.item({ label: "Authorize ingress", focused: true });
      await picture("flow-5-review");
      await quickInput.enter();
    });

    it("of a grant on its way, and there", async () => {
      const { tree, notifications } = editor();
      await tree.waitFor([...mygroup, "default"], { icon: "loading" });
      await picture("authorizing");
      await tree.waitFor([...mygroup, "default"], { icon: "pass-filled" });
      await notifications.waitFor(/is authorized in mygroup/);
      await picture("authorized");
      await notifications.clear();
    });

    it("of an account that refuses, and of its caches", async () => {
      const { tree } = editor();
      const caches = ["sandbox-vpc", "us-west-2", "Caches"] as const;
      await tree.collapse("sandbox-classic");
      await tree.expand("sandbox-vpc", "us-west-2");
      await tree.waitFor(["sandbox-vpc", "us-west-2", "Retired by AWS"], {
        description: "cache security groups",
      });
      await tree.waitFor([...caches, "sessions"]);
      await picture("refused");
      await tree.expand(...caches, "open-test", "open-cache");
      await tree.expand(...caches, "sessions", "shared-cache");
      await picture("caches");
    });

    it("of the way to a cache, explained", async () => {
      const { page, tree, quickInput } = editor();
      const caches = ["sandbox-vpc", "us-west-2", "Caches"] as const;
      await tree.waitFor(caches, { description: /^1 open · 1 public · 10 in all/ });
      const menu = await tree.menu(...caches, "open-test");
      await menu.choose("Explain Reachability…");
      await quickInput.waitFor({ title: "Explain Reachability: open-test", busy: false });
      await quickInput.type("checkout");
      await quickInput.pick("checkout");
      await quickInput.waitForClosed();
      const lines = page.locator(".editor-instance .view-line");
      await lines
        .filter({ hasText: /has\sno\sroute/ })
        .first()
        .waitFor();
      await dragSideBar(editor(), 330);
      await page.keyboard.press("Escape"); // The tooltip that the mouse has left.
      await picture("way");
      await dragSideBar(editor(), 470);
      const tab = page.getByRole("tab", { selected: true }).filter({ hasText: /checkout|open-test/ });
      await tab.getByRole("button", { name: /^Close/ }).click();
      await tree.collapse("sandbox-vpc");
    });

    it("of an endpoint that is down", async () => {
      const { tree, notifications } = editor();
      await sandbox().close();
      await tree.expand("sandbox-classic", "us-west-2");
      await tree.inlineAction(["sandbox-classic", "us-west-2"], "Refresh");
      await tree.waitFor(["sandbox-classic", "us-west-2"], { description: /stale/ });
      const failure = await eventually(async () => {
        const below = await tree.children(["sandbox-classic", "us-west-2"]);
        return below.find(({ label }) => label.startsWith("No connection"));
      });
      await tree.click(["sandbox-classic", "us-west-2", failure.label]);
      await notifications.waitFor(/127\.0\.0\.1/);
      await picture("failure");
    });
  });
}
