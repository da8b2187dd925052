import type { Fault } from "../../../src/sandbox";
import { rootRows } from "../../../src/tree/roots";
import type { Row } from "../../../src/tree/row";
import { allRows } from "../../support/allRows";
import { startVpcWorld, type VpcWorld, vpc } from "./vpcWorld";

/** Several questions of one branch refused, by the kind of refusal: `throttled` names no action. */
const refused: readonly (readonly [code: string, ...actions: readonly string[]])[] = [
  ["AccessDenied", "*"],
  ["@html", "*"],
  ["AccessDenied", "DescribeCacheClusters", "DescribeServerlessCaches"],
  ["AccessDenied", "DescribeReplicationGroups", "DescribeServerlessCaches", "DescribeCacheSecurityGroups"],
  ["Throttling", "DescribeSecurityGroups", "DescribeSecurityGroupRules"],
  ["AccessDenied", "DescribeSecurityGroupRules", "DescribeNetworkInterfaces", "DescribeStaleSecurityGroups"],
];

describe("no two rows of one branch share an id", () => {
  const worlds: VpcWorld[] = [];
  after(() => Promise.all(worlds.map((world) => world.close())));

  /** What is throttled is tried again after a pause: the worlds wait side by side. */
  function inEach(check: (world: VpcWorld, faults: readonly Fault[]) => Promise<void>): Promise<unknown> {
    return Promise.all(
      refused.map(async ([code, ...actions]) => {
        const world = await startVpcWorld();
        worlds.push(world);
        await world.state.profiles.config();
        await check(
          world,
          actions.map((action) => ({ action, code })),
        );
      }),
    );
  }

  const rows = ({ state }: VpcWorld): readonly Row[] =>
    rootRows(state).filter(({ params }) => params.profile === vpc.profile);

  it("whatever fails, at the first reads and at later ones", async () => {
    await Promise.all([
      inEach(async (world, faults) => {
        world.sandbox.setFaults(faults);
        await allRows(rows(world));
      }),
      inEach(async (world, faults) => {
        await allRows(rows(world));
        world.sandbox.setFaults(faults);
        await world.state.caches.refresh(vpc);
        await world.state.vpc.refresh(vpc);
        await allRows(rows(world));
      }),
    ]);
  });
});
