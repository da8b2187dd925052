import { FaultWorld } from "./faultWorld";

/** What a cell leaves behind. */
export type Left = "asItWas" | "changed";

/** Worlds for one cell after the other: the same one for as long as it stays as it was. */
export class Worlds<Prepared> {
  readonly #prepare: (world: FaultWorld) => Promise<Prepared>;
  readonly #mostCells: number;
  #cells = 0;
  #world: { readonly world: FaultWorld; readonly prepared: Prepared } | undefined;

  /** `mostCells`: after too many failures the SDK's clients do not try again so often. */
  constructor(prepare: (world: FaultWorld) => Promise<Prepared>, mostCells: number) {
    this.#prepare = prepare;
    this.#mostCells = mostCells;
  }

  async use(run: (world: FaultWorld, prepared: Prepared) => Promise<Left>): Promise<void> {
    this.#world ??= await this.#open();
    const { world, prepared } = this.#world;
    let left: Left = "changed";
    try {
      left = await run(world, prepared);
    } finally {
      this.#cells += 1;
      if (left === "changed" || this.#cells >= this.#mostCells) {
        await this.close();
      }
    }
  }

  async close(): Promise<void> {
    const { world } = this.#world ?? {};
    this.#world = undefined;
    this.#cells = 0;
    await world?.close();
  }

  async #open() {
    const world = await FaultWorld.start();
    return { world, prepared: await this.#prepare(world) };
  }
}
