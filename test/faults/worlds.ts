import { FaultWorld } from "./faultWorld";

/** What a cell leaves behind. */
export type Left = "asItWas" | "changed";

/** How the worlds of some cells are made. */
export interface WorldsOptions<Prepared> {
  readonly prepare: (world: FaultWorld) => Promise<Prepared>;
  /** Puts a world that was changed as it is to be for the next cell; without it the next one has a new world. */
  readonly again?: ((world: FaultWorld, prepared: Prepared) => Promise<Prepared>) | undefined;
}

/** After so many failures the SDK's clients do not try again so often. */
const mostCells = 6;

/** Worlds for one cell after the other: the same one for as long as it stays as it was, or can be put so. */
export class Worlds<Prepared> {
  readonly #options: WorldsOptions<Prepared>;
  #cells = 0;
  #world: { readonly world: FaultWorld; prepared: Prepared } | undefined;

  constructor(options: WorldsOptions<Prepared>) {
    this.#options = options;
  }

  async use(run: (world: FaultWorld, prepared: Prepared) => Promise<Left>): Promise<void> {
    this.#world ??= await this.#open();
    const { world, prepared } = this.#world;
    let left: Left | "broken" = "broken";
    try {
      left = await run(world, prepared);
    } finally {
      await this.#tidy(left);
    }
  }

  async close(): Promise<void> {
    const { world } = this.#world ?? {};
    this.#world = undefined;
    this.#cells = 0;
    await world?.close();
  }

  async #tidy(left: Left | "broken"): Promise<void> {
    const { again } = this.#options;
    if (!this.#world || left === "broken" || (left === "changed" && !again)) {
      return this.close();
    }
    this.#cells += 1;
    if (this.#cells % mostCells === 0) {
      this.#world.world.renewClients();
    }
    if (left === "changed" && again) {
      try {
        this.#world.prepared = await again(this.#world.world, this.#world.prepared);
      } catch {
        // It may be still at work on what was changed: the next cell has a new one.
        await this.close();
      }
    }
  }

  async #open() {
    const world = await FaultWorld.start();
    return { world, prepared: await this.#options.prepare(world) };
  }
}
