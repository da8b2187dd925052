import { api, call, rowAt, wholeTree } from "../host/rows";
import { type Bench, median } from "./bench";
import { longestStall } from "./loopStalls";
import { timeOf } from "./pairs";
import { startSandboxProcess } from "./sandboxProcess";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const limit = 100;

/**
 * A tree of 10,000 cache security groups in the extension host: how long it stands still while all is loaded and while it
 * is read again, and how long another extension waits for all of the 210,000 rows.
 */
export const tree: Bench = {
  names: ["tree-10000"],
  async run() {
    const sandbox = await startSandboxProcess("--data", "scale:10000:20");
    try {
      const loading = await longestStall(wholeTree);
      const section = async () =>
        rowAt(await (await api()).readTree(), target.profile, target.region, "Cache security groups");
      const rows = (await section())?.children?.length ?? 0;
      if (rows < 10_000) {
        throw new Error(`The tree has ${rows} rows`);
      }
      const whole: number[] = [];
      for (let nth = 0; nth < 5; nth++) {
        whole.push(await timeOf(section));
      }
      const refresh = await longestStall(() => call("refresh", target));
      return {
        "tree-10000/read-whole": { value: median(whole), unit: "ms" },
        "tree-10000/refresh": { value: refresh, unit: "ms", limit },
        "tree-10000/load": { value: loading, unit: "ms", limit },
      };
    } finally {
      sandbox.stop();
    }
  },
};
