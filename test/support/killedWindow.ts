import { readFileSync } from "node:fs";
import path from "node:path";
import { commands } from "../../src/commands/table";
import { Sweep } from "../../src/expiry/sweep";
import { CommandWorld } from "./commandWorld";
import { ScriptedUi } from "./scriptedUi";

/**
 * `node killedWindow.js FILE`: a window of its own, in a process of its own, that runs one command, or sweeps what has
 * expired, and is killed in the middle of it. The file says where: the sandbox's profiles and region, the endpoint, the
 * storage, the command and its params, and the settings that differ.
 */
const given = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));

async function main(): Promise<void> {
  const world = CommandWorld.at(given.sandbox, given.endpoint, given.folder);
  world.settings = { ...world.settings, ...given.settings };
  if (given.command === "sweep") {
    const services = { ...world.servicesFor(new ScriptedUi()), log: () => undefined };
    await services.expiry.refresh();
    const load = () => import("../../src/expiry/sweepTarget");
    await new Sweep({ services, load, folder: path.join(given.folder, "expiring") }).begin();
  }
  const command = commands.find(({ id }) => id === given.command);
  if (command) {
    const result = await world.run(command, given.params, new ScriptedUi());
    console.log(JSON.stringify(result));
  }
}

void main();
