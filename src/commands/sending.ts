import { mayHaveBeenMade } from "../core/failures/aftermath";
import type { Command, Services } from "./command";

/** Whether a command has come to send a change: all of them go through the plans, which are kept before the first. */
export class Sending {
  readonly services: Services;
  wasBegun = false;

  constructor(services: Services) {
    const { plans } = services;
    this.services = {
      ...services,
      plans: {
        settle: (...settled) => plans.settle(...settled),
        run: (plan, work) => {
          this.wasBegun = true;
          return plans.run(plan, work);
        },
      },
    };
  }

  /** What stays true where the command stopped. */
  aftermath({ changes = false }: Command): string {
    return !changes ? "Nothing was changed." : this.wasBegun ? mayHaveBeenMade : "Nothing was sent.";
  }
}
