import { api, call, rowAt, wholeTree } from "../host/rows";
import { type Bench, median } from "./bench";
import { longestStall } from "./loopStalls";
import { timeOf } from "./pairs";
import { startSandboxProcess } from "./sandboxProcess";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const limit = 100;

/** A tree of 10,000 cache security groups that is loaded already: its rows made, read again, and one of them found. */
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
      const expand: number[] = [];
      for (let nth = 0; nth < 5; nth++) {
        expand.push(await timeOf(section));
      }
      const refresh = await longestStall(() => call("refresh", target));
      return {
        "tree-10000/expand": { value: median(expand), unit: "ms", limit },
        "tree-10000/refresh": { value: refresh, unit: "ms", limit },
        "tree-10000/load": { value: loading, unit: "ms", limit },
      };
    } finally {
      sandbox.stop();
    }
  },
};
