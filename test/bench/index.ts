import { runBenches } from "./runBenches";
import { startUp } from "./startUp.bench";
import { tree } from "./tree.bench";
import { vpcSourcePicker } from "./vpcSourcePicker.bench";

/** What VS Code calls in its extension host. */
export function run(): Promise<void> {
  return runBenches([startUp, tree, vpcSourcePicker]);
}
