import type { ViewBadge } from "vscode";
import { type State, shownTargets } from "../store/state";
import { countReach } from "./openCounts";

/** What the view's icon counts: the caches that are open to everywhere, as far as they were looked at. */
export function openBadge(state: State): ViewBadge | undefined {
  if (state.settings().badge === false) {
    return undefined;
  }
  const counts = shownTargets(state).map((target) => countReach(state, target));
  const open = counts.reduce((sum, each) => sum + each.open, 0);
  const isPublic = counts.reduce((sum, each) => sum + each.public, 0);
  const words = [
    open > 0 ? `${open} open to whatever can route to the VPC` : "",
    isPublic > 0 ? `${isPublic} public` : "",
  ];
  return open + isPublic === 0
    ? undefined
    : { value: open + isPublic, tooltip: `Caches: ${words.filter(Boolean).join(", ")}` };
}
