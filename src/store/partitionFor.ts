import { type Partition, partitionOf } from "../core/regions";
import { partitionOfProfile } from "../profiles/partitionOfProfile";
import { type State, shownRegions } from "./state";

/** Where a profile's regions are to be found: in its own partition, by what it says, else by what is shown of it. */
export async function partitionFor(name: string, state: State): Promise<Partition> {
  const config = await state.profiles.config();
  const [shown = ""] = shownRegions(state, name);
  return partitionOfProfile(config.profiles.get(name), config) ?? partitionOf(shown);
}
