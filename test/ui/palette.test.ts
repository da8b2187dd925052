import assert from "node:assert/strict";
import manifest from "../../package.json";
import type { Sandbox } from "../../src/sandbox/index";
import type { Editor } from "./editor/editor";
import { eventually } from "./editor/eventually";
import { useEditor } from "./editor/useEditor";

/** Waits for what a command begins with, given how many requests were sent before it, and brings the window back. */
type Beginning = (editor: Editor, sandbox: Sandbox, sent: number) => Promise<unknown>;

const groups = ["sandbox-classic", "us-west-2", "Cache security groups"];
const caches = ["sandbox-vpc", "us-west-2", "Caches"];

/** What each command of the palette begins with, in the order in which they are tried. */
const beginnings: Readonly<Record<string, Beginning>> = {
  authorizeIngress: asks("Authorize Ingress"),
  authorizeMany: asks("Authorize Many"),
  revokeIngress: asks("Revoke Ingress"),
  createCacheSecurityGroup: asks("Create Cache Security Group"),
  deleteCacheSecurityGroup: asks("Delete Cache Security Group"),
  authorizeVpcIngress: asks("Authorize VPC Ingress"),
  revokeVpcIngress: asks("Revoke VPC Ingress"),
  attachSecurityGroup: asks("Attach VPC Security Group"),
  detachSecurityGroup: asks("Detach VPC Security Group"),
  planVpcRules: asks("Plan VPC Rules"),
  setExpiry: asks("Set Expiry"),
  showExpiring: asks("What Expires"),
  copyExpiryRole: asks("Copy Expiry Role as CloudFormation"),
  compareAccess: asks("Compare Access"),
  keepMoment: asks("Keep This Moment"),
  openInConsole: asks("Open in AWS Console"),
  openAccessMap: opens("Access Map"),
  reopen: async ({ notifications }) => {
    await notifications.waitFor(/Nothing is left to open from last time/);
  },
  undoLastChange: async ({ notifications }) => {
    await notifications.waitFor(/There is nothing left to undo/);
  },
  whatCanThisReach: asks("What Can This Reach?"),
  explainReachability: asks("Explain Reachability"),
  whoCanConnect: asks("Who Can Connect?"),
  connect: asks("Connect Through"),
  testConnection: asks("Test Connection"),
  chooseProfiles: asks("Choose Profiles"),
  chooseRegions: asks("Choose Regions"),
  find: asks("Find"),
  findRegions: asks("Regions in Use"),
  copyAsCli: asks("Copy as AWS CLI"),
  copyAs: asks("Copy as"),
  copyArn: asks("Copy ARN"),
  copyName: asks("Copy Name"),
  copyEndpoint: asks("Copy Endpoint"),
  copyClientCommand: asks("Copy Client Command Line"),
  showCaches: asks("Show Caches"),
  exportHistory: asks("Export History"),
  finishChanges: async ({ notifications }) => {
    await notifications.waitFor(/No change is left to finish/);
  },
  showHistory: opens("History of Changes.txt"),
  showLog: async ({ page }) => {
    await page.locator(".part.panel").getByText("Output", { exact: true }).first().waitFor();
    await page.getByRole("button", { name: /^(Hide|Close) Panel/ }).click();
  },
  refresh: (_editor, { requests }, sent) => eventually(async () => requests.length > sent || undefined),
  turnReadOnlyOn: ({ tree }) => tree.waitFor(["sandbox-classic"], { icon: "lock" }),
  turnReadOnlyOff: ({ tree }) => tree.waitFor(["sandbox-classic"], { icon: /^(?!lock)/ }),
  signIn: asks("Sign In"),
  hideProfile: asks("Hide Profile"),
  hideRegion: asks("Hide Region"),
  copyDetails: async ({ notifications }) => {
    await notifications.waitFor(/Select a failure in the tree/);
  },
  openConfigFile: opens("config"),
  openCredentialsFile: opens("credentials"),
  showOpenOnly: ({ tree }) => tree.waitFor([...caches, "8 not shown"]),
  showAllCaches: ({ tree }) => tree.waitForNo([...caches, "8 not shown"]),
  startSandbox: async ({ tree, notifications }) => {
    await tree.waitFor(["sandbox-classic"], { icon: "beaker" });
    await notifications.waitFor(/The sandbox runs/);
  },
  stopSandbox: ({ tree }) => tree.waitFor(["sandbox-classic"], { icon: /^(?!beaker)/ }),
};

const prefix = "elasticacheAccess.";
const { commands, menus } = manifest.contributes;
const hidden = new Set(
  menus.commandPalette.filter(({ when }) => when === "false").map((each) => each.command),
);
const shown = commands.filter(({ command }) => !hidden.has(command));

describe("every command of the palette", () => {
  const { editor, sandbox } = useEditor();

  it("is in this table, and no other", () => {
    assert.deepEqual(
      shown.map(({ command }) => command.slice(prefix.length)).sort(),
      Object.keys(beginnings).sort(),
    );
  });

  for (const [selected, select] of [
    ["nothing selected", async () => undefined],
    ["one row selected", () => selectRows([...groups, "mygroup"])],
    ["several rows selected", () => selectRows([...groups, "mygroup"], [...groups, "sessions"], caches)],
  ] as const) {
    it(`gets to its first question, or does what it is for, with ${selected}`, async () => {
      const { tree, notifications } = editor();
      await tree.expand(...groups);
      await tree.expand(...caches);
      await select();
      for (const [id, begins] of Object.entries(beginnings)) {
        const title = shown.find(({ command }) => command === prefix + id)?.title ?? assert.fail(id);
        const sent = sandbox().requests.length;
        await editor().command(title);
        await begins(editor(), sandbox(), sent).catch((error: unknown) => {
          throw new Error(`${title}: ${error instanceof Error ? error.message : error}`);
        });
        const failed = (await notifications.all()).filter(({ severity }) => severity === "error");
        assert.deepEqual(failed, [], title);
        assert.deepEqual(sandbox().requests.slice(sent).filter(isChange), [], title);
      }
      await notifications.clear();
    });
  }

  async function selectRows(first: readonly string[], ...others: readonly (readonly string[])[]) {
    const { tree } = editor();
    await tree.click(first);
    for (const each of others) {
      await tree.click(each, "ControlOrMeta");
    }
  }
});

function asks(title: string): Beginning {
  return async ({ quickInput }) => {
    await quickInput.waitFor({ title });
    await quickInput.escape();
    await quickInput.waitForClosed();
  };
}

function opens(name: string): Beginning {
  return async ({ page }) => {
    const tab = page.getByRole("tab", { name: new RegExp(`^${name}`) });
    await tab.waitFor();
    await tab.getByRole("button", { name: /^Close/ }).click();
    await tab.waitFor({ state: "detached" });
  };
}

function isChange({ action }: { readonly action: string }): boolean {
  return !/^(?:Describe|Get)/.test(action);
}
