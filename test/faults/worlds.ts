import { FaultWorld } from "./faultWorld";

/** What a cell leaves behind. */
export type Left = "asItWas" | "changed";

/** Worlds for one cell after the other: the same one for as long as it stays as it was. */
export class Worlds<Prepared> {
  readonly #prepare: (world: FaultWorld) => Promise<Prepared>;
  #world: { readonly world: FaultWorld; readonly prepared: Prepared } | undefined;

  constructor(prepare: (world: FaultWorld) => Promise<Prepared>) {
    this.#prepare = prepare;
  }

  async use(run: (world: FaultWorld, prepared: Prepared) => Promise<Left>): Promise<void> {
    this.#world ??= await this.#open();
    const { world, prepared } = this.#world;
    let left: Left = "changed";
    try {
      left = await run(world, prepared);
    } finally {
      if (left === "changed") {
        await this.close();
      }
    }
  }

  async close(): Promise<void> {
    const { world } = this.#world ?? {};
    this.#world = undefined;
    await world?.close();
  }

  async #open() {
    const world = await FaultWorld.start();
    return { world, prepared: await this.#prepare(world) };
  }
}
