import { call, wholeTree } from "../host/rows";
import { type Bench, milliseconds, ratio } from "./bench";
import { stallsOf, watchStalls } from "./hostStalls";
import { startSandboxProcess } from "./sandboxProcess";
import { pause } from "./waiting";

const targets = 170;

export const manyTargets: Bench = {
  name: "manyTargets",
  about: `${targets} profiles loaded at once, each answer after 100 ms`,
  async run() {
    const sandbox = await startSandboxProcess({
      arguments: ["--latency", "100"],
      profiles: ([first]) =>
        Array.from({ length: targets }, (_, number) => ({
          name: `account-${String(number).padStart(3, "0")}`,
          accessKeyId: first?.accessKeyId ?? "",
          secretAccessKey: first?.secretAccessKey ?? "",
        })),
    });
    try {
      const idle = await watchStalls(() => pause(3_000));
      const started = performance.now();
      await call("refresh", { profile: "account-000", region: "us-west-2" });
      const one = performance.now() - started;
      const loading = await watchStalls(wholeTree);
      const all = performance.now() - started - one;
      return [
        { name: "targets", value: sandbox.count("DescribeCacheSecurityGroups"), unit: "requests" },
        milliseconds("one target", one),
        milliseconds("all of them", all),
        ratio("all of them : one after the other", all / (one * targets)),
        ...stallsOf(loading, idle),
      ];
    } finally {
      sandbox.stop();
    }
  },
};
