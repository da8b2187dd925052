import { readFileSync } from "node:fs";
import { commands } from "../../src/commands/table";
import { CommandWorld } from "./commandWorld";
import { ScriptedUi } from "./scriptedUi";

/**
 * `node killedWindow.js FILE`: a window of its own, in a process of its own, that runs one command and is killed in
 * the middle of it. The file says where: the sandbox's profiles and region, the endpoint, the storage, the command
 * and its params.
 */
const given = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));

async function main(): Promise<void> {
  const world = CommandWorld.at(given.sandbox, given.endpoint, given.folder);
  const command = commands.find(({ id }) => id === given.command);
  if (command) {
    const result = await world.run(command, given.params, new ScriptedUi());
    console.log(JSON.stringify(result));
  }
}

void main();
