import type { State } from "../store/state";
import { guardWords } from "./guardWords";
import { profileTooltip } from "./profileTooltip";

// What the tree needs when somebody looks for something or points at a profile, and no window before that: a bundle
// of its own.
export { findableRows } from "./findable";

/** The tooltip of a profile's row, as Markdown. */
export function tooltipOfProfile(state: State, name: string): string {
  const guards = guardWords(state.settings(), name);
  return profileTooltip(name, state.profiles.get(name), state.accounts.get(name), guards, state);
}
