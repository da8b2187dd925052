import { exitWithParent } from "../../scripts/exitWithParent.mjs";
import { runSuite } from "./runSuite";

/** `node main.js SUITE FOLDER TIMEOUT TRIES`: the suites that need no VS Code around them. */
const [suite = "", folder = "", timeout = "2000", tries = "1"] = process.argv.slice(2);

exitWithParent();
runSuite({ suite, folder, timeout: Number(timeout), tries: Number(tries), write: console.log }).then(
  // What a test left open must not keep the process: its sockets go with it.
  (result) => process.exit(result === "passed" ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
