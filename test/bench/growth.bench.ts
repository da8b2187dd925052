import type { CommandWorld } from "../support/commandWorld";
import type { Bench, Line } from "./bench";
import { compare, cpuOf } from "./pairs";
import { spawnSandbox } from "./spawnSandbox";
import { profileName, region, worldAt } from "./world";

/** Whether ten times as much takes more than ten times as long: the CPU time of one, beside that of one among fewer. */
export const growth: Bench = {
  names: ["growth"],
  async run() {
    return {
      "growth/groups-1000": await grown(groups, 1_000, { warmUps: 9, pairs: 9 }),
      "growth/groups-10000": await grown(groups, 10_000, { warmUps: 1, pairs: 5 }),
      "growth/targets-100": await grown(targets, 100, { warmUps: 5, pairs: 9 }),
    };
  },
};

/** What there may be more of. */
interface Countable {
  /** Of a sandbox that has so many, as far as it decides that. */
  args(count: number): readonly string[];
  /** How many profiles, as far as those do. */
  profiles(count: number): number | undefined;
  read(world: CommandWorld, count: number): Promise<unknown>;
}

const groups: Countable = {
  args: (count) => ["--data", `scale:${count}:20`],
  profiles: () => undefined,
  read: ({ services }) => services.state.groups.refresh({ profile: "sandbox-classic", region }),
};

const targets: Countable = {
  args: () => [],
  profiles: (count) => count,
  read: ({ services }, count) => {
    const { groups, caches } = services.state;
    const all = Array.from({ length: count }, (_, number) => ({ profile: profileName(number), region }));
    return Promise.all(all.flatMap((target) => [groups.refresh(target), caches.refresh(target)]));
  },
};

/**
 * One among so many, beside one among a tenth of them: in ten worlds, which are read one after the other, in turn with
 * the one that has all. So the same number is read for either, and the same is kept: what is kept longer than the
 * collector of garbage takes for young costs more, whatever it is one of.
 */
async function grown(
  kind: Countable,
  count: number,
  { warmUps, pairs }: { readonly warmUps: number; readonly pairs: number },
): Promise<Line> {
  const [all, tenths] = [await worlds(1, kind, count), await worlds(10, kind, count / 10)];
  try {
    await compare(all.read, tenths.read, { pairs: warmUps, measure: cpuOf });
    const line = await compare(all.read, tenths.read, { pairs, measure: cpuOf, limit: 1.2 });
    return { ...line, value: line.value / count, peer: (line.peer ?? 0) / count };
  } finally {
    await all.close();
    await tenths.close();
  }
}

/** Several worlds that have so many each. */
async function worlds(number: number, kind: Countable, count: number) {
  const sandbox = await spawnSandbox(...kind.args(count));
  const made = await Promise.all(
    Array.from({ length: number }, () => worldAt(sandbox, kind.profiles(count))),
  );
  return {
    read: async () => {
      for (const world of made) {
        await kind.read(world, count);
      }
    },
    close: async () => {
      await Promise.all(made.map((world) => world.close()));
      sandbox.stop();
    },
  };
}
