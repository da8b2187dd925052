import type { State } from "../store/state";
import { cacheTooltip } from "./cacheTooltip";
import { guardWords } from "./guardWords";
import { profileTooltip } from "./profileTooltip";
import type { Row } from "./row";

// What the tree needs when somebody looks for something or points at a profile or a cache, and no window before that: a bundle
// of its own.
export { findableRows } from "./findable";

/** The tooltip of a row that is drawn without one, as Markdown. */
export function tooltipOf(state: State, { kind, params }: Pick<Row, "kind" | "params">): string | undefined {
  const { profile = "", region = "", cacheKind, cacheId = "" } = params;
  switch (kind) {
    case "profile": {
      const guards = guardWords(state.settings(), profile);
      return profileTooltip(profile, state.profiles.get(profile), state.accounts.get(profile), guards, state);
    }
    case "cache": {
      const target = { profile, region };
      const cache = cacheKind && state.caches.find(target, { kind: cacheKind, id: cacheId });
      return cache && cacheTooltip(state, target, cache);
    }
    default:
      return undefined;
  }
}
