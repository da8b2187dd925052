import { api, call, rowAt, wholeTree } from "../host/rows";
import { type Bench, milliseconds, ratio } from "./bench";
import { stallsOf, watchStalls } from "./hostStalls";
import { startSandboxProcess } from "./sandboxProcess";
import { pause } from "./waiting";

const target = { profile: "sandbox-classic", region: "us-west-2" };

export const cacheSecurityGroups: Bench = {
  name: "cacheSecurityGroups",
  about: "A region of 10,000 cache security groups: read, shown, and one of them looked up",
  async run() {
    const sandbox = await startSandboxProcess({
      arguments: ["--data", "scale:10000"],
      profiles: (profiles) => profiles.filter(({ name }) => name === target.profile),
    });
    try {
      const idle = await watchStalls(() => pause(3_000));
      const started = performance.now();
      const loading = await watchStalls(wholeTree);
      const loaded = performance.now();
      const rows = await (await api()).readTree();
      const again = performance.now();
      await call("find", { query: "09999" });
      const found = performance.now();
      const groups = rowAt(rows, target.profile, target.region, "Cache security groups")?.children ?? [];
      return [
        { name: "groups", value: groups.length, unit: "rows" },
        { name: "pages", value: sandbox.count("DescribeCacheSecurityGroups"), unit: "requests" },
        milliseconds("loading", loaded - started),
        ratio("readTree() of what is loaded : loading", (again - loaded) / (loaded - started)),
        ratio("find : loading", (found - again) / (loaded - started)),
        ...stallsOf(loading, idle),
      ];
    } finally {
      sandbox.stop();
    }
  },
};
