import { Agent } from "node:http";
import {
  DescribeCacheClustersCommand,
  DescribeCacheSecurityGroupsCommand,
  type ElastiCacheClient,
} from "@aws-sdk/client-elasticache";
import { regionsInUse } from "../../src/store/regionsInUse";
import type { State } from "../../src/store/state";
import { readRows } from "../../src/tree/readTree";
import { rootRows } from "../../src/tree/roots";
import { type Bench, median } from "./bench";
import { longestStall } from "./loopStalls";
import { compare, ofPairs, type Pair, timeOf } from "./pairs";
import { signedRequest } from "./signedRequest";
import { benchWorld, plainClient, plainHandler, profileName, width } from "./world";

const latency = 100;
const profiles = 170;
/** Measured in turn with the peer, since others work on the machine. */
const pairs = 3;

/** Every profile opened whole, each answer after 100 ms, beside as many requests of the plain SDK at the same width. */
export const profiles170: Bench = {
  names: ["profiles-170"],
  async run() {
    const { sandbox, world, close } = await benchWorld(["--latency", String(latency)], profiles);
    // A profile's requests are signed with its own keys: the SDK needs a client for each.
    const handler = plainHandler();
    const made = new Map<number, ElastiCacheClient>();
    try {
      const { state } = world.services;
      const found: Pair[] = [];
      const [stalls, peerStalls]: [number[], number[]] = [[], []];
      let requests = 0;
      for (let pair = 0; pair < pairs; pair++) {
        forget(state);
        const before = pair === 0 ? 0 : await sandbox.total();
        const our = await timeOf(async () => {
          stalls.push(await longestStall(() => readRows(rootRows(state), true)));
        });
        requests = (await sandbox.total()) - before;
        const send = async (nth: number) => {
          const profile = nth % profiles;
          const client = made.get(profile) ?? plainClient(sandbox, handler);
          made.set(profile, client);
          await client.send(new DescribeCacheClustersCommand({ MaxRecords: 100 }));
        };
        const peer = await timeOf(async () => {
          peerStalls.push(await longestStall(() => inLanes(requests, send)));
        });
        found.push({ our, peer });
      }
      const peerStall = median(peerStalls);
      return {
        "profiles-170": ofPairs(found, "ms", 1.3),
        "profiles-170/requests": { value: requests / profiles, unit: "requests" },
        "profiles-170/longest-stall": { value: median(stalls), unit: "ms", peer: peerStall, limit: 50 },
      };
    } finally {
      handler.destroy();
      await close();
    }
  },
};

/**
 * Regions in Use… over 34 regions of 5 profiles, beside as many requests by Node alone at the same width: what the answers
 * take by themselves, on this machine and as busy as it is.
 */
export const regions34: Bench = {
  names: ["regions-34"],
  async run() {
    const { sandbox, world, close } = await benchWorld(["--data", "empty", "--latency", String(latency)], 5);
    const regions = Array.from({ length: 34 }, (_, number) => `us-made-up-${number + 1}`);
    const client = plainClient(sandbox);
    const agent = new Agent({ keepAlive: true, maxSockets: width });
    try {
      const aws = await world.services.aws();
      const { signal } = new AbortController();
      const five = Array.from({ length: 5 }, (_, number) => profileName(number));
      let looked = 0;
      const ours = () =>
        Promise.all(five.map((name) => regionsInUse(aws, name, regions, () => looked++, signal)));
      const send = await signedRequest(client, new DescribeCacheSecurityGroupsCommand({ MaxRecords: 100 }));
      const before = await sandbox.total();
      await ours();
      const requests = (await sandbox.total()) - before;
      if (looked !== 5 * 34) {
        throw new Error(`${looked} regions were looked at`);
      }
      const ideal = () => inLanes(requests, () => send(sandbox.said.endpoint, agent));
      return {
        "regions-34": await compare(ours, ideal, { pairs, measure: timeOf, limit: 1.3 }),
        "regions-34/latency-alone": { value: Math.ceil(requests / width) * latency, unit: "ms" },
      };
    } finally {
      agent.destroy();
      client.destroy();
      await close();
    }
  },
};

/** As if nobody had opened any of the profiles. */
function forget({ profiles: all, accounts, groups, caches, vpc }: State): void {
  for (const store of [groups, caches, vpc]) {
    store.keepOnly(() => false);
  }
  for (const { name } of all.all()) {
    accounts.forget(name);
  }
}

/** So much work, as much of it at a time as the product sends. */
async function inLanes(count: number, work: (nth: number) => Promise<unknown>): Promise<void> {
  let left = count;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await work(left);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
}
