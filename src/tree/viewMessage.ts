import { branchState } from "../store/branch";
import { type State, shownProfiles, shownTargets } from "../store/state";

/**
 * What holds for all rows, to stand above them; empty where nothing does. The welcome of an empty view cannot say it:
 * VS Code shows that in place of rows alone.
 */
export function viewMessage(state: State): string {
  return [readOnly(state), allOfSandbox(state) || allFailed(state)].filter(Boolean).join(" ");
}

function readOnly(state: State): string {
  return state.settings().readOnly ? "Read-only mode is on: nothing can be changed from here." : "";
}

function allOfSandbox(state: State): string {
  const profiles = state.profiles.all();
  return profiles.length > 0 && profiles.every(({ origin }) => origin === "sandbox")
    ? "No AWS profiles were found. This is the sandbox: all of it is on this computer."
    : "";
}

/** Where there is nothing but failures, the rows look alike: what to do stands once above them. */
function allFailed(state: State): string {
  if (shownProfiles(state).length === 0 && state.profiles.problems().length > 0) {
    return "No profile could be read from the AWS files. Each row has what mends it.";
  }
  const asked = shownTargets(state).map((target) => [
    branchState(state.groups.get(target)),
    branchState(state.caches.get(target)),
  ]);
  const tried = asked.filter((states) => states.some((each) => each !== "unloaded" && each !== "loading"));
  return tried.length > 0 && tried.every((states) => states.every((each) => each === "failed"))
    ? "Nothing that was opened could be read. Each row that failed has what mends it."
    : "";
}
