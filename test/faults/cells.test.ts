import assert from "node:assert/strict";
import type { Params } from "../../src/commands/command";
import type { CommandWorld } from "../support/commandWorld";
import { changeCell } from "./changeCell";
import { expectedOf } from "./expected";
import type { Fault } from "./fault";
import type { FaultWorld } from "./faultWorld";
import { cellIn, newLane, startLanes } from "./lanes";
import type { ChangeOperation, ReadOperation } from "./operation";
import { operations } from "./operations";
import { readCell } from "./readCell";
import { visits } from "./servers";
import { loadedRows, type ShownRow, shownRows } from "./shownRows";
import { groups } from "./table";
import { Worlds } from "./worlds";

/** The faults of one operation are tried by so many, each in a world of its own. */
const parts = 3;

const faults = groups.flatMap((group) => group.faults);

before("begin with the cells", startLanes);

/** `reads` or `changes`: the cells keep two processors busy. */
const wanted = process.env["ELASTICACHE_ACCESS_FAULTS"];

for (const operation of operations) {
  if (wanted !== undefined && (operation.kind === "change") !== (wanted === "changes")) {
    continue;
  }
  describe(operation.name, () => {
    for (let part = 0; part < parts; part++) {
      const own = faults.filter((_, index) => index % parts === part);
      if (operation.kind === "change") {
        changes(operation, own);
      } else {
        reads(operation, own);
      }
    }
  });
}

/** What is on the screen before; where the answer is not shown in rows, it is asked for once. */
async function rowsFor({ shownIn, target, ask }: ReadOperation, commands: CommandWorld) {
  if (shownIn !== "step" && shownIn !== "outcome") {
    return loadedRows(commands, target);
  }
  await ask(commands);
  return shownRows(commands, target);
}

it("no redirection was followed", () => assert.equal(visits.count, 0));

function reads(operation: ReadOperation, tried: readonly Fault[]): void {
  const worlds = new Worlds({ prepare: async ({ commands }) => rowsFor(operation, commands) });
  const lane = newLane(() => worlds.close());
  for (const fault of tried) {
    const cell = async () =>
      worlds.use(async (world, whole: readonly ShownRow[]) => {
        await readCell(world, operation, fault, whole);
        return expectedOf(fault, operation).isNews ? "changed" : "asItWas";
      });
    it(fault.name, cellIn(lane, `${operation.name} ${fault.name}`, cell));
  }
}

function changes(operation: ChangeOperation, tried: readonly Fault[]): void {
  const { again } = operation;
  const worlds = new Worlds({
    prepare: ({ commands }) => operation.prepare(commands),
    again: again && (({ commands }, params) => again(commands, params)),
  });
  const lane = newLane(() => worlds.close());
  for (const fault of tried) {
    const once = (blind: boolean) =>
      worlds.use(async (world: FaultWorld, params: Params) =>
        (await changeCell(world, operation, fault, params, { blind })) ? "changed" : "asItWas",
      );
    const cell = async () => {
      await once(false);
      if (expectedOf(fault, operation).inDoubt && !fault.elsewhere) {
        await once(true);
      }
    };
    it(fault.name, cellIn(lane, `${operation.name} ${fault.name}`, cell));
  }
}
