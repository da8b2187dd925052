import type { Params } from "../../src/commands/command";
import { changeCell } from "./changeCell";
import { expectedOf } from "./expected";
import type { FaultWorld } from "./faultWorld";
import { cellIn, newLane, startLanes } from "./lanes";
import type { ChangeOperation, ReadOperation } from "./operation";
import { operations } from "./operations";
import { readCell } from "./readCell";
import { loadedRows, type ShownRow } from "./shownRows";
import { faults } from "./table";
import { Worlds } from "./worlds";

/** The faults of one operation are tried by so many, each in a world of its own. */
const parts = 3;

before("begin with the cells", startLanes);

for (const operation of operations) {
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

function reads(operation: ReadOperation, faults_: typeof faults): void {
  const worlds = new Worlds(({ commands }) => loadedRows(commands, operation.target));
  const lane = newLane(() => worlds.close());
  for (const fault of faults_) {
    const cell = async () =>
      worlds.use(async (world, whole: readonly ShownRow[]) => {
        await readCell(world, operation, fault, whole);
        return "asItWas";
      });
    it(fault.name, cellIn(lane, `${operation.name} ${fault.name}`, cell));
  }
}

function changes(operation: ChangeOperation, faults_: typeof faults): void {
  const worlds = new Worlds(({ commands }) => operation.prepare(commands));
  const lane = newLane(() => worlds.close());
  for (const fault of faults_) {
    const once = (blind: boolean) =>
      worlds.use(async (world: FaultWorld, params: Params) =>
        (await changeCell(world, operation, fault, params, { blind })) ? "changed" : "asItWas",
      );
    const cell = async () => {
      await once(false);
      if (expectedOf(fault, operation).inDoubt) {
        await once(true);
      }
    };
    it(fault.name, cellIn(lane, `${operation.name} ${fault.name}`, cell));
  }
}
