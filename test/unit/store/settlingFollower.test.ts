import assert from "node:assert/strict";
import type { Target } from "../../../src/core/target";
import { Emitter } from "../../../src/store/emitter";
import { SettlingFollower } from "../../../src/store/settlingFollower";

const target = { profile: "dev", region: "us-west-2" };

/** What changes, a clock that only pauses move, and the looks that were taken. */
class World {
  readonly changed = new Emitter<{ readonly target: Target }>();
  readonly changing = new Map<string, string>();
  readonly looks: (readonly string[])[] = [];
  readonly pauses: number[] = [];
  now = 0;
  readonly follower: SettlingFollower<string>;
  /** What each look finds, in order; then nothing new. */
  #found: (() => void)[];

  constructor(...found: (() => void)[]) {
    this.#found = found;
    this.follower = new SettlingFollower<string>(
      {
        changed: this.changed,
        changing: () => this.changing,
        look: async (_, changing) => {
          this.looks.push(changing);
          this.#found.shift()?.();
          this.changed.emit({ target });
        },
      },
      {
        settleTimeout: () => 10,
        now: () => this.now,
        sleep: async (milliseconds) => {
          this.pauses.push(milliseconds);
          this.now += milliseconds;
        },
      },
    );
  }

  async tell(): Promise<void> {
    this.changed.emit({ target });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("following what AWS is at work on", () => {
  it("looks with growing pauses until it has settled", async () => {
    const world = new World(
      () => undefined,
      () => world.changing.clear(),
    );
    world.changing.set("a", "a");
    await world.tell();
    assert.deepEqual(world.looks, [["a"], ["a"]]);
    assert.ok((world.pauses[1] ?? 0) > (world.pauses[0] ?? 0), world.pauses.join());
  });

  it("begins with short pauses again for a change that comes meanwhile", async () => {
    const world = new World(
      () => undefined,
      () => world.changing.set("b", "b"),
      () => world.changing.clear(),
    );
    world.changing.set("a", "a");
    await world.tell();
    assert.equal(world.pauses[2], world.pauses[0]);
    assert.deepEqual(world.looks.at(-1), ["a", "b"]);
  });

  it("gives up what takes too long, and goes on with what has begun since", async () => {
    const world = new World();
    world.changing.set("slow", "slow");
    await world.tell();
    const looks = world.looks.length;
    await world.tell();
    assert.equal(world.looks.length, looks);
    world.changing.set("new", "new");
    await world.tell();
    assert.deepEqual(new Set(world.looks.slice(looks).flat()), new Set(["new"]));
  });

  it("follows a thing again that has settled and changes anew", async () => {
    const world = new World();
    world.changing.set("slow", "slow");
    await world.tell();
    const looks = world.looks.length;
    world.changing.clear();
    await world.tell();
    world.changing.set("slow", "slow");
    await world.tell();
    assert.ok(world.looks.length > looks);
  });

  it("ends with the window", async () => {
    const world = new World(() => world.follower.dispose());
    world.changing.set("a", "a");
    await world.tell();
    assert.equal(world.looks.length, 1);
    assert.equal(world.follower.stopped.aborted, true);
  });
});
