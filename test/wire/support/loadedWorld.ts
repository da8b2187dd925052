import type { Target } from "../../../src/core/target";
import { CommandWorld } from "../../support/commandWorld";

/** One world for a `describe`, in which the caches of a target and the groups that they are reached through are read. */
export function useLoadedWorld(target: Target): () => CommandWorld {
  let world: CommandWorld;
  before(async () => {
    world = await CommandWorld.start();
    const { caches, vpc } = world.services.state;
    await caches.load(target);
    await vpc.load(target);
  });
  after(() => world.close());
  return () => world;
}
