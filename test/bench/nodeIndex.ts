import { allGroups, firstRows } from "./allGroups.bench";
import { authorizeCli, authorizeLatency, requests } from "./authorize.bench";
import { bytes } from "./bytes.bench";
import { callCpu } from "./callCpu.bench";
import { growth } from "./growth.bench";
import { longRun } from "./longRun.bench";
import { profiles170, regions34 } from "./manyTargets.bench";
import { map } from "./map.bench";
import { runBenches } from "./runBenches";
import { way } from "./way.bench";

const benches = [
  ...[bytes, callCpu, requests, authorizeLatency, authorizeCli],
  ...[firstRows, allGroups, profiles170, regions34, growth, longRun, way, map],
];

/** The benches that need no window. */
void runBenches(benches).then(
  () => process.exit(0),
  () => process.exit(1),
);
