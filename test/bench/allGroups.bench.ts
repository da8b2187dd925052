import { Agent } from "node:http";
import {
  DescribeCacheSecurityGroupsCommand,
  paginateDescribeCacheSecurityGroups,
} from "@aws-sdk/client-elasticache";
import type { State } from "../../src/store/state";
import { cacheSecurityGroupsRow } from "../../src/tree/cacheSecurityGroupsRow";
import { regionRowOf } from "../../src/tree/locate";
import { type Row, rowsBelow } from "../../src/tree/row";
import { shownItem } from "../../src/tree/shownItem";
import { against, type Bench, type Line, median } from "./bench";
import { heapInUse } from "./heap";
import { longestStall } from "./loopStalls";
import { compare, cpuOf, timeOf } from "./pairs";
import { signedRequest } from "./signedRequest";
import { benchWorld, plainClient, region } from "./world";

const target = { profile: "sandbox-classic", region };

/** 10,000 cache security groups of 20 grants. */
export const allGroups: Bench = {
  names: ["all-groups", "memory", "tree-10000"],
  async run() {
    const { sandbox, world, close } = await benchWorld(["--data", "scale:10000:20"]);
    const client = plainClient(sandbox);
    const { state } = world.services;
    const { groups } = state;
    try {
      const ours = () => groups.refresh(target);
      const plain = async () => {
        const kept: unknown[] = [];
        for await (const page of paginateDescribeCacheSecurityGroups({ client, pageSize: 100 }, {})) {
          kept.push(...(page.CacheSecurityGroups ?? []));
        }
      };
      // Both warm: what is loaded and compiled at the first call is not what a list costs.
      await client.send(new DescribeCacheSecurityGroupsCommand({ MaxRecords: 20 }));
      await groups.look(target, "default");
      const before = heapInUse();
      await ours();
      const memory: Line = { value: (heapInUse() - before) / 1e6, unit: "MB", limit: 60 };
      const section = cacheSecurityGroupsRow(state, regionRowOf(state, target), target);
      const expand: number[] = [];
      for (let nth = 0; nth < 7; nth++) {
        expand.push(await cpuOf(async () => rowsBelow(section).map((row) => shownItem(row.item()))));
      }
      const stalls: number[] = [];
      const peerStalls: number[] = [];
      const all = await compare(
        async () => stalls.push(await longestStall(ours)),
        async () => peerStalls.push(await longestStall(plain)),
        { pairs: 4, measure: timeOf, limit: 1 },
      );
      const peer = median(peerStalls);
      return {
        "all-groups": all,
        "all-groups/longest-stall": { value: median(stalls), unit: "ms", peer, limit: Math.max(50, peer) },
        memory,
        // What VS Code asks for where somebody opens the section: all its rows, as they are drawn.
        "tree-10000/expand": { value: median(expand), unit: "ms", limit: 100 },
      };
    } finally {
      client.destroy();
      await close();
    }
  },
};

/** The rows that are there first, with an endpoint that answers after 100 ms, beside one page by bare HTTP. */
export const firstRows: Bench = {
  names: ["first-rows"],
  async run() {
    const { sandbox, world, close } = await benchWorld(["--data", "scale:10000:20", "--latency", "100"]);
    const client = plainClient(sandbox);
    const { state } = world.services;
    const { groups } = state;
    try {
      const agent = new Agent({ keepAlive: true });
      const page = await signedRequest(client, new DescribeCacheSecurityGroupsCommand({ MaxRecords: 100 }));
      // The SDK is loaded, and the client made, at the first use: that is not what the rows cost.
      await groups.look(target, "default");
      await page(sandbox.said.endpoint, agent);
      const section = cacheSecurityGroupsRow(state, regionRowOf(state, target), target);
      const [first, peers]: [number[], number[]] = [[], []];
      for (let nth = 0; nth < 3; nth++) {
        groups.keepOnly(() => false);
        peers.push(await timeOf(() => page(sandbox.said.endpoint, agent)));
        const all = groups.load(target);
        first.push(await timeOf(() => drawn(groups, section)));
        await all;
        if ((section.children?.() ?? []).length < 10_000) {
          throw new Error("Not all groups were read");
        }
      }
      agent.destroy();
      return { "first-rows": against(median(first), median(peers), "ms", 1.3) };
    } finally {
      client.destroy();
      await close();
    }
  },
};

/** Until there are rows below one, and they are drawn. */
function drawn({ changed }: State["groups"], row: Row): Promise<void> {
  return new Promise((resolve) => {
    const end = changed.listen(() => {
      const items = rowsBelow(row).map((below) => below.item());
      if (items.length > 1) {
        end();
        resolve();
      }
    });
  });
}
