import { MapPage } from "../ui/editor/accessMap";
import { allThemes } from "../ui/editor/themes";
import { useEditor } from "../ui/editor/useEditor";
import { dragSideBar, takePicture } from "./pictures";

describe("pictures of the access map", () => {
  const { editor, sandbox } = useEditor({ sandbox: { settleMs: 100 } });
  let map: MapPage;

  /** One picture a theme, of the window as it is. */
  async function pictures(name: string): Promise<void> {
    for (const theme of allThemes) {
      await editor().inTheme(theme);
      await takePicture(editor(), `${name}-${theme}`);
    }
  }

  before(async () => {
    await editor().page.setViewportSize({ width: 1280, height: 720 });
    await dragSideBar(editor(), 330);
    await editor().command("Open Access Map");
    map = new MapPage(editor().page);
    await map.locators.getByRole("heading", { name: "Nothing was read yet" }).waitFor();
  });

  it("before anything was read", () => pictures("map-empty"));

  it("of all that was read", async () => {
    await map.locators.getByRole("button", { name: "Read 3 Targets" }).click();
    await map.says("Whatever can route to the VPC", "open-test", /open/);
    await map.locators.locator("main[aria-busy='false']").waitFor();
    await editor().notifications.clear();
    await (await map.cell("Whatever can route to the VPC", "open-test")).click();
    await pictures("map");
  });

  it("of what is open, by VPC", async () => {
    await map.locators.locator("#show").selectOption({ label: "open and public" });
    await map.locators.locator("#group").selectOption({ label: "VPC" });
    await pictures("map-open");
    await map.locators.locator("#show").selectOption({ label: "everything" });
    await map.locators.locator("#group").selectOption({ label: "region" });
  });

  it("of two caches, and of two accounts, compared", async () => {
    const compare = map.locators.locator("#compare");
    await compare.selectOption({ label: "two caches" });
    await map.locators.locator("#one").selectOption({ label: "sessions (sandbox-vpc · us-west-2)" });
    await map.locators.locator("#other").selectOption({ label: "open-test (sandbox-vpc · us-west-2)" });
    await pictures("map-two-caches");
    await compare.selectOption({ label: "two accounts" });
    await pictures("map-two-accounts");
    await compare.selectOption({ label: "nothing" });
  });

  it("of a target that failed, in a band of its own", async () => {
    sandbox().setFaults([
      { profile: "sandbox-classic", action: "DescribeCacheSecurityGroups", code: "AccessDenied" },
    ]);
    await map.locators.getByRole("button", { name: "Refresh" }).click();
    await map.locators.locator(".band").filter({ hasText: "stale" }).waitFor();
    await pictures("map-band");
    sandbox().setFaults([]);
  });

  it("of access compared, in two moments and two targets", async () => {
    const { tree, quickInput, notifications } = editor();
    const region = ["sandbox-classic", "us-west-2"] as const;
    await tree.expand("sandbox-classic", "us-west-2");
    await (await tree.menu(...region)).choose("Compare Access…");
    await quickInput.pick("sandbox-partner");
    await editor().page.locator(".editor-instance, .webview.ready").last().waitFor();
    await notifications.clear();
    await pictures("compare-access");
  });
});
