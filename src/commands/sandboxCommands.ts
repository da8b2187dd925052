import { done, unchanged } from "../core/commandResult";
import type { Command } from "./command";

/** Starts the built-in sandbox and shows its profiles in the tree. */
export const startSandbox: Command = {
  id: "startSandbox",
  async run(_params, { sandbox, ui }) {
    const before = await sandbox.facts();
    const facts = await sandbox.start();
    if (before) {
      return unchanged(facts);
    }
    void ui.tell({
      severity: "information",
      text: `The sandbox runs at ${facts.endpoint}. Its profiles are in the tree: ${facts.profiles.map(({ name }) => name).join(", ")}`,
      actions: [],
    });
    return done(facts);
  },
};

/** Ends the sandbox; its profiles go, and what was made in it is forgotten. */
export const stopSandbox: Command = {
  id: "stopSandbox",
  async run(_params, { sandbox }) {
    return (await sandbox.stop()) ? done() : unchanged();
  },
};
