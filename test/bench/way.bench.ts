import { explainReachability } from "../../src/commands/explainReachability";
import { whoCanConnect } from "../../src/commands/whoCanConnect";
import { fixedId } from "../../src/sandbox/ec2/ids";
import { vpcId } from "../../src/sandbox/ec2/state";
import { longestTurn } from "../support/cpuTime";
import { ScriptedUi } from "../support/scriptedUi";
import { type Bench, median } from "./bench";
import { type BenchWorld, benchWorld, region } from "./world";

const account = "111122223333";
const cache = { profile: "sandbox-vpc", region, cacheKind: "cluster", cacheId: "open-test" };
const shop = vpcId(account, region, "shop");
const inVpc = { sourceInstanceId: fixedId("i", fixedId("sg", account, region, shop, "web"), "0") };
const overGateway = {
  sourceNetworkInterfaceId: fixedId("eni", vpcId(account, region, "warehouse"), "delivery"),
};

async function explain({ world }: BenchWorld, source: object): Promise<void> {
  const result = await world.run(explainReachability, { ...cache, ...source });
  if (result.outcome !== "done") {
    throw new Error(JSON.stringify(result));
  }
}

/** Lists all that a connection may come from, and gives up. */
async function pickSource({ world }: BenchWorld): Promise<void> {
  const result = await world.run(explainReachability, cache, new ScriptedUi("escape"));
  if (result.outcome !== "cancelled") {
    throw new Error(JSON.stringify(result));
  }
}

async function askWho({ world }: BenchWorld): Promise<void> {
  const sessions = { ...cache, cacheKind: "replicationGroup", cacheId: "sessions" };
  const result = await world.run(whoCanConnect, sessions);
  if (result.outcome !== "done") {
    throw new Error(JSON.stringify(result));
  }
}

/** Explain Reachability in a region with 3,000 interfaces, 200 route tables and 500 groups, each answer 100 ms late. */
export const way: Bench = {
  names: ["way"],
  async run() {
    const bench = await benchWorld(["--data", "scale:500", "--latency", "100"]);
    try {
      const requests = async (source: object) => {
        const before = await bench.sandbox.total();
        await explain(bench, source);
        return (await bench.sandbox.total()) - before;
      };
      const within = await requests(inVpc);
      const gateway = await requests(overGateway);
      const [times, turns]: [number[], number[]] = [[], []];
      for (let nth = 0; nth < 7; nth++) {
        const started = performance.now();
        turns.push(await longestTurn(() => explain(bench, nth % 2 === 0 ? inVpc : overGateway)));
        times.push(performance.now() - started);
      }
      const [picking, asking]: [number[], number[]] = [[], []];
      for (let nth = 0; nth < 5; nth++) {
        picking.push(await longestTurn(() => pickSource(bench)));
        asking.push(await longestTurn(() => askWho(bench)));
      }
      return {
        "way/longest-turn-of-picker": { value: median(picking), unit: "ms", limit: 50 },
        "way/longest-turn-of-who-can-connect": { value: median(asking), unit: "ms", limit: 50 },
        "way/requests": { value: within, unit: "requests", limit: 16 },
        "way/requests-over-gateway": { value: gateway, unit: "requests", limit: 24 },
        "way/time": { value: Math.max(...times), unit: "ms", limit: 3_000 },
        "way/longest-turn": { value: median(turns), unit: "ms", limit: 50 },
        "way/longest-turn-of-all": { value: Math.max(...turns), unit: "ms" },
      };
    } finally {
      await bench.close();
    }
  },
};
