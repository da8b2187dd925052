import { runBenches } from "./runBenches";
import { activation, load } from "./startUp.bench";
import { tree } from "./tree.bench";
import { vpcSourcePicker } from "./vpcSourcePicker.bench";

/** What VS Code calls in its extension host. */
export function run(): Promise<void> {
  return runBenches([activation, load, tree, vpcSourcePicker]);
}
