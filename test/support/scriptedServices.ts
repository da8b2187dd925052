import { tmpdir } from "node:os";
import path from "node:path";
import type { ChangeServices } from "../../src/changes/services";
import type { Ending } from "../../src/core/history";
import type { Params } from "../../src/core/params";
import type { Plan } from "../../src/history/plans";
import { CommandWorld } from "./commandWorld";
import { ScriptedUi } from "./scriptedUi";

/** What changes work with, where nothing is sent to anybody, with what the journal was given. */
export interface ScriptedServices {
  readonly world: CommandWorld;
  readonly ui: ScriptedUi;
  readonly services: ChangeServices;
  readonly plans: Plan[];
  /** The places of the items that were sent, in their order. */
  readonly sent: number[];
  readonly settled: { readonly item: number; readonly outcome: Ending }[];
  /** The rows that were shown, and the commands that were run. */
  readonly shown: string[];
  readonly ran: { readonly id: string; readonly params: Params }[];
}

export function scriptedServices(ui = new ScriptedUi()): ScriptedServices {
  // Nothing is written, so it is not made.
  const folder = path.join(tmpdir(), "elasticache-access-never-made");
  const world = CommandWorld.at({ profiles: [], region: "us-west-2" }, "http://127.0.0.1:9", folder);
  const kept = {
    plans: [] as Plan[],
    sent: [] as number[],
    settled: [] as { item: number; outcome: Ending }[],
    shown: [] as string[],
    ran: [] as { id: string; params: Params }[],
  };
  const services: ChangeServices = {
    ...world.servicesFor(ui),
    plans: {
      run: (plan, work) => {
        kept.plans.push(plan);
        return work({
          sending: (item, send) => {
            kept.sent.push(item);
            return send();
          },
          settled: async (item, outcome) => void kept.settled.push({ item, outcome }),
          requests: () => kept.sent.map((item) => `request ${item}`),
        });
      },
      settle: async () => undefined,
    },
    whileSending: (_, work) => work(),
    showRow: (kind, ...names) => void kept.shown.push([kind, ...names].join(" ")),
    runCommand: async (id, params) => {
      kept.ran.push({ id, params });
      return { outcome: "done" };
    },
  };
  return { world, ui, services, ...kept };
}
