import type { Bench, Line } from "./bench";
import { groupOf } from "./groupOf";
import { heapInUse } from "./heap";
import { benchWorld, region } from "./world";

const target = { profile: "sandbox-classic", region };
const name = "mygroup";
const warm = 100;

/** 10,000 refreshes and 1,000 changes, one after the other: what is kept after the first hundred is not to grow. */
export const longRun: Bench = {
  names: ["long-run"],
  async run() {
    const { world, close } = await benchWorld(["--settle", "0"]);
    const { state, aws } = world.services;
    try {
      const api = await aws();
      const change = async (nth: number) => {
        const ingress = {
          cacheSecurityGroupName: name,
          ec2SecurityGroupName: "web",
          ec2SecurityGroupOwnerId: "565419523791",
        };
        const send = () =>
          nth % 2 === 0 ? api.authorizeIngress(target, ingress) : api.revokeIngress(target, ingress);
        const answer = await state.groups.change(target, { name }, () => groupOf(send()));
        if (!answer.ok) {
          throw new Error(answer.failure.message);
        }
      };
      const refresh = () => state.groups.refresh(target);
      await repeated(warm, refresh);
      await repeated(warm, change);
      world.log.length = 0;
      const before = kept();
      await repeated(10_000, refresh);
      await repeated(1_000, change);
      world.log.length = 0;
      const after = kept();
      return {
        "long-run/memory": { value: (after.heap - before.heap) / 1e6, unit: "MB", limit: 5 },
        "long-run/timers": more(after.timers, before.timers),
        "long-run/sockets": more(after.sockets, before.sockets),
      };
    } finally {
      await close();
    }
  },
};

function more(after: number, before: number): Line {
  return { value: after - before, unit: "count", limit: 0 };
}

async function repeated(count: number, work: (nth: number) => Promise<void>): Promise<void> {
  for (let nth = 0; nth < count; nth++) {
    await work(nth);
  }
}

function kept() {
  const resources = process.getActiveResourcesInfo();
  const of = (kind: RegExp) => resources.filter((resource) => kind.test(resource)).length;
  return { heap: heapInUse(), timers: of(/^Timeout$/), sockets: of(/^TCPSocketWrap$/) };
}
