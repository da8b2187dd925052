import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { runInThisContext } from "node:vm";
import * as vscode from "vscode";
import { useSandbox } from "./useSandbox";

const page = readFileSync(path.join(__dirname, "../../docs/automation.md"), "utf8");
const blocks = [...page.matchAll(/^```(\w+) (\S+)\n([\s\S]*?)^```$/gm)].map(([, , file = "", text = ""]) => ({
  file,
  text,
}));
const json = (file: string) =>
  blocks.filter((block) => block.file === file).map(({ text }) => JSON.parse(text));

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly args?: object;
}

interface Inputs {
  readonly inputs: readonly {
    readonly id: string;
    readonly type: string;
    readonly command: string;
    readonly args: object;
  }[];
}

/** A result's outcome; commands of VS Code's own, as `runCommands`, have none. */
function outcomeOf(result: unknown): unknown {
  return typeof result === "object" && result !== null && "outcome" in result ? result.outcome : result;
}

describe("docs/automation.md", () => {
  useSandbox();
  afterEach(() =>
    vscode.workspace
      .getConfiguration("elasticacheAccess")
      .update("readOnly", undefined, vscode.ConfigurationTarget.Global),
  );

  it("has examples of each kind, and none that nobody tries", () => {
    const files = new Set(blocks.map(({ file }) => file));
    assert.deepEqual([...files], ["keybindings.json", "tasks.json", "launch.json", "extension.js"]);
    assert.equal(blocks.length, page.split("\n```").length / 2 - 0.5);
  });

  const bindings: readonly Binding[] = json("keybindings.json").flat();

  for (const { key, command, args } of bindings) {
    it(`is right about the key ${key}, ${command}`, async () => {
      const running = vscode.commands.executeCommand(command, args);
      // What its fields leave open is asked for: as somebody who gives up at that.
      const asks = setInterval(
        () => void vscode.commands.executeCommand("workbench.action.closeQuickOpen"),
        500,
      );
      const outcome = outcomeOf(await running);
      clearInterval(asks);
      const expected =
        command === "runCommands" ? undefined : command.endsWith(".authorizeIngress") ? "cancelled" : "done";
      assert.equal(outcome, expected);
    });
  }

  for (const file of ["tasks.json", "launch.json"]) {
    it(`is right about ${file}: VS Code takes a text for each input, and nothing else`, async () => {
      const [configuration] = json(file);
      const { inputs }: Inputs = configuration;
      let text = JSON.stringify(configuration);
      for (const { id, type, command, args } of inputs) {
        assert.equal(type, "command");
        const value = await vscode.commands.executeCommand(command, args);
        assert.ok(typeof value === "string", JSON.stringify(value));
        assert.match(value, /analytics.*:?6379/);
        assert.ok(text.includes(`\${input:${id}}`));
        text = text.replaceAll(`\${input:${id}}`, value);
      }
      assert.doesNotMatch(text, /\$\{input:/);
    });
  }

  it("is right about an input that fails: VS Code gets no text to go on with", async () => {
    const [{ inputs }] = json("tasks.json");
    const args = { ...inputs[0].args, cacheId: "nobody" };
    assert.equal(outcomeOf(await vscode.commands.executeCommand(inputs[0].command, args)), "failed");
  });

  for (const [index, { text }] of blocks.filter(({ file }) => file === "extension.js").entries()) {
    it(`is right about what another extension calls, example ${index + 1}`, async () => {
      const run = runInThisContext(`(async (vscode) => {\n${text}\n})`);
      assert.equal(outcomeOf(await run(vscode)), "done");
    });
  }
});
