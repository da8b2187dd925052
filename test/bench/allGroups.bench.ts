import { request } from "node:http";
import {
  DescribeCacheSecurityGroupsCommand,
  paginateDescribeCacheSecurityGroups,
} from "@aws-sdk/client-elasticache";
import { against, type Bench, type Line, median } from "./bench";
import { heapInUse } from "./heap";
import { longestStall } from "./loopStalls";
import { compare, timeOf } from "./pairs";
import { benchWorld, plainClient, region } from "./world";

const target = { profile: "sandbox-classic", region };

/** 10,000 cache security groups of 20 grants. */
export const allGroups: Bench = {
  names: ["all-groups", "memory"],
  async run() {
    const { sandbox, world, close } = await benchWorld(["--data", "scale:10000"]);
    const client = plainClient(sandbox);
    const { groups } = world.services.state;
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
    const { sandbox, world, close } = await benchWorld(["--data", "scale:10000", "--latency", "100"]);
    const client = plainClient(sandbox);
    const { groups } = world.services.state;
    try {
      const page = await signedPage(client);
      const peers: number[] = [];
      for (let nth = 0; nth < 5; nth++) {
        peers.push(await timeOf(() => page(sandbox.said.endpoint)));
      }
      // The SDK is loaded, and the client made, at the first use: that is not what the rows cost.
      await groups.look(target, "default");
      const first = await timeOf(async () => {
        const shown = new Promise<void>((resolve) => {
          const end = groups.changed.listen(() => {
            if ((groups.get(target).value ?? []).length > 1) {
              end();
              resolve();
            }
          });
        });
        await Promise.race([shown, groups.refresh(target)]);
      });
      await groups.refresh(target);
      return { "first-rows": against(first, median(peers), "ms", 1.3) };
    } finally {
      client.destroy();
      await close();
    }
  },
};

/** One page, asked for with Node alone: what the SDK would send, signed by it and caught on its way. */
async function signedPage(
  client: ReturnType<typeof plainClient>,
): Promise<(endpoint: string) => Promise<void>> {
  let sent: { readonly headers: Record<string, string>; readonly body: string } | undefined;
  const command = new DescribeCacheSecurityGroupsCommand({ MaxRecords: 100 });
  command.middlewareStack.add(
    (next) => async (args) => {
      const { request: signed } = args;
      if (typeof signed === "object" && signed !== null && "headers" in signed && "body" in signed) {
        sent = JSON.parse(JSON.stringify({ headers: signed.headers, body: signed.body }));
      }
      return next(args);
    },
    { step: "finalizeRequest", priority: "low" },
  );
  await client.send(command);
  return (endpoint) =>
    new Promise((resolve, reject) => {
      request(endpoint, { method: "POST", headers: sent?.headers ?? {} }, (answer) => {
        if (answer.statusCode !== 200) {
          reject(new Error(`The page was refused: ${answer.statusCode}`));
        }
        answer.resume().once("end", resolve);
      })
        .once("error", reject)
        .end(sent?.body);
    });
}
