import assert from "node:assert/strict";
import type { CliVersion, InstalledCli } from "../../../src/ui/installedCli";
import { tellFailure } from "../../../src/ui/tellFailure";
import { ScriptedUi } from "../../support/scriptedUi";

const message = "Nobody has signed in for profile dev yet. Run it, then refresh";

describe("a failure that a command mends", () => {
  for (const [remedy, cli, why] of [
    ["aws sso login --profile dev", [2, 0, 0], undefined],
    ["aws sso login --profile dev", "unknown", undefined],
    [
      "aws sso login --profile dev",
      [1, 45, 11],
      "The AWS CLI here is 1.45.11: aws sso login comes with version 2, or a newer one.",
    ],
    [
      "aws sso login --profile dev",
      "none",
      "No AWS CLI was found here: aws sso login comes with version 2 of it, or a newer one.",
    ],
    ["aws login --profile dev", [2, 32, 0], undefined],
    ["aws login --profile dev", [3, 0, 0], undefined],
    [
      "aws login --profile dev",
      [2, 31, 39],
      "The AWS CLI here is 2.31.39: aws login comes with version 2.32, or a newer one.",
    ],
  ] as const) {
    it(`${why ? "says why not to run" : "offers"} ${remedy} with ${cli}`, async () => {
      const ui = await tell(remedy, cli);
      const [told] = ui.messages;
      assert.equal(told?.text, why ? `${message}. ${why}` : message);
      assert.deepEqual(
        told?.actions,
        why ? ["Install AWS CLI", "Copy Command"] : [`Run ${remedy.split(" --")[0]}`],
      );
      assert.deepEqual(ui.terminal, why ? [] : [remedy]);
    });
  }

  it("asks for the AWS CLI only then", async () => {
    let asked = 0;
    tellFailure(
      { kind: "network", message },
      services(new ScriptedUi(), () => {
        asked += 1;
        return { found: "none" };
      }),
    );
    await settled();
    assert.equal(asked, 0);
  });
});

async function tell(remedy: string, cli: CliVersion | "none" | "unknown"): Promise<ScriptedUi> {
  const ui = new ScriptedUi();
  ui.action = `Run ${remedy.split(" --")[0]}`;
  const found: InstalledCli = typeof cli === "string" ? { found: cli } : { found: "version", version: cli };
  tellFailure(
    { kind: "credentials", message, remedy },
    services(ui, () => found),
  );
  await settled();
  return ui;
}

const services = (ui: ScriptedUi, cli: () => InstalledCli) => ({
  ui,
  showLog: () => undefined,
  tree: {
    find: () => undefined,
    read: async () => [],
    reveal: async () => undefined,
    show: async () => undefined,
    showCaches: async () => true,
    whileBusy: <T>(work: Promise<T>) => work,
  },
  installedCli: async () => cli(),
  runCommand: async () => ({ outcome: "done" }) as const,
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
