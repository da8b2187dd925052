import { type CommandResult, done, unchanged } from "../core/commandResult";
import type { Ui } from "../ui/ui";
import type { Command } from "./command";

/** Starts the built-in sandbox and shows its profiles in the tree. */
export const startSandbox: Command = {
  id: "startSandbox",
  async run(_params, { sandbox, ui }) {
    const { facts, isNew } = await sandbox.start();
    const names = facts.profiles.map(({ name }) => name).join(", ");
    return isNew
      ? say(ui, `The sandbox runs at ${facts.endpoint}. Its profiles are in the tree: ${names}`, done(facts))
      : say(ui, `The sandbox runs already, at ${facts.endpoint}`, unchanged(facts));
  },
};

/** Ends the sandbox; its profiles go, and what was made in it is forgotten. */
export const stopSandbox: Command = {
  id: "stopSandbox",
  async run(_params, { sandbox, ui }) {
    return (await sandbox.stop()) ? done() : say(ui, "The sandbox does not run", unchanged());
  },
};

function say(ui: Ui, text: string, result: CommandResult): CommandResult {
  void ui.tell({ severity: "information", text, actions: [] });
  return result;
}
