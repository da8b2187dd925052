import { done } from "../core/commandResult";
import type { Command } from "./command";

/** Leaves those caches in the tree that are open or public, or may be for all that is known. */
export const showOpenOnly: Command = {
  id: "showOpenOnly",
  async run(_params, { tree }) {
    tree.showOnlyOpen(true);
    return done();
  },
};

/** Shows every cache again. */
export const showAllCaches: Command = {
  id: "showAllCaches",
  async run(_params, { tree }) {
    tree.showOnlyOpen(false);
    return done();
  },
};
