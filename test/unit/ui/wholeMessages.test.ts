import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { commandTitle } from "../../../src/core/commandTitle";
import { type Failure, failureKinds } from "../../../src/core/failures/failures";
import { shownUi } from "../../../src/ui/shownUi";
import { tellFailure } from "../../../src/ui/tellFailure";
import type { Message } from "../../../src/ui/ui";
import { ScriptedUi } from "../../support/scriptedUi";
import { assertWhole, commandIds } from "../../support/wholeMessage";

const folder = "test/wire/changes/shown";

/** Every message of a change, as its transcript has it. */
function told(file: string): readonly Pick<Message, "text" | "actions">[] {
  const lines = readFileSync(`${folder}/${file}`, "utf8").split("\n");
  return lines.flatMap((line, at) => {
    const text = /^(?:information|warning|error): (.*)/.exec(line)?.[1];
    const offered = /^ {4}\[(.*)\]$/.exec(lines[at + 1] ?? "")?.[1];
    const actions = offered?.split("] [") ?? [];
    return text === undefined ? [] : [{ text, actions }];
  });
}

describe("a message is read whole: 60 characters, or a button", () => {
  for (const file of readdirSync(folder)) {
    it(`of ${file}`, () => {
      const messages = told(file);
      assert.ok(messages.length > 0);
      for (const message of messages) {
        assertWhole(message);
      }
    });
  }

  const long = "Something happened that takes more than sixty characters to say. Nothing was changed.";
  for (const kind of failureKinds.filter((each) => each !== "cancelled")) {
    for (const target of [undefined, { profile: "dev", region: "us-west-2" }]) {
      it(`of a failure ${kind}${target ? " somewhere" : ""}`, async () => {
        const ui = new ScriptedUi();
        const failure: Failure = { kind, message: long, requestId: "817fa999" };
        tellFailure(failure, servicesFor(ui), undefined, target);
        await new Promise((resolve) => setImmediate(resolve));
        const [message] = ui.messages;
        assertWhole(message ?? assert.fail("nothing was told"));
      });
    }
  }

  it("copies all that is known of a failure that nothing mends", async () => {
    const ui = new ScriptedUi();
    ui.action = "Copy Details";
    tellFailure({ kind: "readOnly", message: long, requestId: "817fa999" }, servicesFor(ui));
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(ui.copied, [`${long}\nKind: readOnly\nRequest ID: 817fa999`]);
  });

  it("gives one to whatever has none", async () => {
    const ui = new ScriptedUi();
    ui.action = "Copy Message";
    const shown = shownUi(ui);
    await shown.tell({ severity: "information", text: "Short", actions: [] });
    assert.equal(await shown.tell({ severity: "information", text: long, actions: [] }), undefined);
    assert.deepEqual(
      ui.messages.map(({ actions }) => actions),
      [[], ["Copy Message"]],
    );
    assert.deepEqual(ui.copied, [long]);
  });
});

describe("a command's title", () => {
  it("is told from its ID, so that no message names that", () => {
    assert.equal(commandTitle("authorizeVpcIngress"), "Authorize VPC Ingress");
    assert.equal(commandTitle("copyAsCli"), "Copy as AWS CLI");
    for (const id of commandIds) {
      assert.doesNotMatch(commandTitle(id), /[a-z][A-Z]|^[a-z]/);
    }
  });
});

function servicesFor(ui: ScriptedUi) {
  return {
    ui,
    showLog: () => undefined,
    tree: { showCaches: async () => true },
    installedCli: async () => ({ found: "none" }) as const,
    runCommand: async () => ({ outcome: "done" }) as const,
  };
}
