import { eventually } from "./editor/eventually";
import { useEditor } from "./editor/useEditor";

const caches = ["sandbox-vpc", "us-west-2", "Caches"] as const;

/** Each application, the cache that it asks for, and what stands on top of the page. */
const reasons: readonly (readonly [string, string, RegExp])[] = [
  ["checkout", "open-test", /rtb-\w+ has no route for 10\.40\.1\.10/],
  ["search", "open-test", /rtb-\w+ has no route for 10\.20\./],
  ["loyalty", "open-test", /10\.20\.0\.0\/16 in rtb-\w+ is a blackhole/],
  ["warehouse", "open-test", /has no subnet in us-west-2b/],
  ["billing", "open-test", /10\.20\.0\.0\/16 in tgw-rtb-\w+ is a blackhole/],
  ["invoices", "open-test", /enableDnsSupport is off/],
  ["payments", "open-test", /No egress rule of sg-\w+ lets TCP 6379|egress/],
  ["orders", "open-test", /acl-\w+ denies TCP 6379 out to/],
  ["mobile-api", "open-test", /acl-\w+ (?:allows only|denies) .* in from/],
  ["reports", "sessions", /ingress/],
];

describe("Explain Reachability by clicks", () => {
  const { editor } = useEditor();

  /** The text of the page in front, as it is drawn. */
  const page = async () => {
    const lines = await editor().page.locator(".editor-instance .view-line").allInnerTexts();
    return lines.join("\n").replaceAll("\u00a0", " ");
  };
  const showsOf = (pattern: RegExp) =>
    eventually(
      async () => ((await page()).match(pattern) ? true : undefined),
      async () => `The page does not say ${pattern}: ${await page()}`,
    );
  const explain = async (cache: string, application: string) => {
    const menu = await editor().tree.menu(...caches, cache);
    await menu.choose("Explain Reachability…");
    const { quickInput } = editor();
    await quickInput.waitFor({ title: `Explain Reachability: ${cache}`, busy: false });
    await quickInput.type(application);
    await quickInput.pick(application);
    await quickInput.waitForClosed();
  };
  it("finds each of the ten reasons", async function () {
    this.timeout(180_000);
    await editor().tree.expand(...caches);
    for (const [application, cache, pattern] of reasons) {
      await explain(cache, application);
      await showsOf(new RegExp(`# ${application} .*to ${cache}: blocked`));
      await showsOf(pattern);
      await editor().screenshot(`way-${application}`);
    }
  });
});
