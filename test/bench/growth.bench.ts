import { type Bench, type Line, median } from "./bench";
import { cpuOf } from "./pairs";
import { benchWorld, profileName, region } from "./world";

const limit = 1.2;

/** Whether ten times as much takes more than ten times as long: the CPU time of one, beside that of one among fewer. */
export const growth: Bench = {
  names: ["growth"],
  async run() {
    const [groups100, groups1000, groups10000] = [
      await ofGroups(100),
      await ofGroups(1_000),
      await ofGroups(10_000),
    ];
    const [targets10, targets100] = [await ofTargets(10), await ofTargets(100)];
    return {
      "growth/groups-1000": perOne(groups1000, 1_000, groups100, 100),
      "growth/groups-10000": perOne(groups10000, 10_000, groups1000, 1_000),
      "growth/targets-100": perOne(targets100, 100, targets10, 10),
    };
  },
};

function perOne(value: number, count: number, peer: number, peerCount: number): Line {
  return {
    value: value / count,
    unit: "ms",
    peer: peer / peerCount,
    ratio: value / count / (peer / peerCount),
    limit,
  };
}

async function ofGroups(count: number): Promise<number> {
  const { world, close } = await benchWorld(["--data", `scale:${count}:20`]);
  const target = { profile: "sandbox-classic", region };
  try {
    const read = () => world.services.state.groups.refresh(target);
    await times(count >= 10_000 ? 1 : 10, read);
    const runs = count >= 10_000 ? 3 : 9;
    return median(await times(runs, read));
  } finally {
    await close();
  }
}

async function ofTargets(count: number): Promise<number> {
  const { world, close } = await benchWorld([], count);
  const targets = Array.from({ length: count }, (_, number) => ({ profile: profileName(number), region }));
  try {
    const { groups, caches } = world.services.state;
    const read = () =>
      Promise.all(targets.flatMap((target) => [groups.refresh(target), caches.refresh(target)]));
    // As many targets read before as with any other count: code that has run often is faster.
    await times(Math.ceil(1_000 / count), read);
    return median(await times(9, read));
  } finally {
    await close();
  }
}

async function times(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  for (let nth = 0; nth < count; nth++) {
    found.push(await cpuOf(work));
  }
  return found;
}
