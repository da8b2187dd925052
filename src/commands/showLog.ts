import { done } from "../core/commandResult";
import type { Command } from "./command";

/** Opens the log: a line for each request, none with a secret. */
export const showLog: Command = {
  id: "showLog",
  async run(_params, services) {
    services.showLog();
    return done();
  },
};
