import { profileGroups } from "../store/profileGroups";
import type { State } from "../store/state";
import { ProfileGroupRow } from "./profileGroupRow";
import { ProfileRow } from "./profileRow";
import type { Row } from "./row";

/** The profiles that are shown: each a row at the top, or below what it is grouped by. */
export function profileRows(state: State): readonly Row[] {
  return profileGroups(state).flatMap(({ name, profiles }): readonly Row[] =>
    name === undefined
      ? profiles.map((profile) => new ProfileRow(state, profile))
      : [new ProfileGroupRow(state, name, profiles)],
  );
}

/** One profile's row, where it stands. */
export function profileRowOf(state: State, profile: string): ProfileRow {
  const group = profileGroups(state).find(({ profiles }) => profiles.includes(profile));
  const above =
    group?.name === undefined ? undefined : new ProfileGroupRow(state, group.name, group.profiles);
  return new ProfileRow(state, profile, above);
}
