import type { Command } from "./command";

/** What is known of a command before it is loaded. A test holds that it is what the command itself says. */
type Head = Omit<Command, "run">;

/** A file of commands that only those need who call one of them. */
export interface LaterCommands {
  readonly commands: readonly Command[];
}

/** Commands that are loaded when one of them is first called. */
export function later(load: () => Promise<LaterCommands>, heads: readonly Head[]): readonly Command[] {
  return heads.map((head) => ({
    ...head,
    run: async (params, services) => {
      const { commands } = await load();
      const command = commands.find(({ id }) => id === head.id);
      if (!command) {
        throw new Error(`There is no command ${head.id}`);
      }
      return command.run(params, services);
    },
  }));
}
