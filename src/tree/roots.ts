import type { State } from "../store/state";
import { shownProfiles } from "../store/state";
import { problemRows } from "./failureRows";
import { ProfileRow } from "./profileRow";
import type { Row } from "./row";

/** The rows at the top: a profile each, and one for each part of the files that could not be read. */
export function rootRows(state: State): readonly Row[] {
  return [
    ...problemRows(state.profiles.problems()),
    ...shownProfiles(state).map((name) => new ProfileRow(state, name)),
  ];
}
