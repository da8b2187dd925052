import { DescribeCacheSecurityGroupsCommand } from "@aws-sdk/client-elasticache";
import { loadAws } from "../../src/bundles";
import { inMemoryProfile } from "../../src/profiles/inMemoryProfiles";
import type { Bench } from "./bench";
import { compare, cpuOf } from "./pairs";
import { spawnSandbox } from "./spawnSandbox";
import { plainClient, region } from "./world";

const calls = 20;
const target = { profile: "warm", region };

/** The CPU time of one warm call, of the bundle that users run, beside the plain SDK's. */
export const callCpu: Bench = {
  names: ["call-cpu"],
  async run() {
    const sandbox = await spawnSandbox();
    const [keys] = sandbox.said.profiles;
    const profile = inMemoryProfile(target.profile, "files", {
      endpoint_url: sandbox.said.endpoint,
      aws_access_key_id: keys?.accessKeyId ?? "",
      aws_secret_access_key: keys?.secretAccessKey ?? "",
    });
    const config = {
      profiles: new Map([[profile.name, profile]]),
      ssoSessions: new Map(),
      services: new Map(),
      problems: [],
    };
    const aws = (await loadAws()).createAws({
      environment: process.env,
      home: "/",
      config: async () => config,
      requestTimeout: () => 10,
      processTimeout: () => 60,
      askMfaCode: async () => undefined,
      log: () => undefined,
    });
    const client = plainClient(sandbox);
    const ours = times(calls, async () => {
      const { ok } = await aws.listCacheSecurityGroups(target);
      if (!ok) {
        throw new Error("A call failed");
      }
    });
    const plain = times(calls, () =>
      client.send(new DescribeCacheSecurityGroupsCommand({ MaxRecords: 100 })),
    );
    try {
      await times(15, ours)();
      await times(15, plain)();
      const batch = await compare(ours, plain, { pairs: 60, measure: cpuOf, limit: 1.25 });
      return {
        "call-cpu": { ...batch, value: batch.value / calls, peer: (batch.peer ?? 0) / calls },
      };
    } finally {
      aws.dispose();
      client.destroy();
      sandbox.stop();
    }
  },
};

function times(count: number, work: () => Promise<unknown>): () => Promise<void> {
  return async () => {
    for (let done = 0; done < count; done++) {
      await work();
    }
  };
}
