import type { Failure } from "../core/failures/failures";
import { isProtected, type Settings } from "../core/settings";
import type { Services } from "./command";

/** Read-only mode's answer to any change, before anything is asked or sent. */
export function readOnlyFailure(settings: Settings): Failure | undefined {
  return settings.readOnly
    ? {
        kind: "readOnly",
        message: "Read-only mode is on, so nothing was changed. The setting is elasticacheAccess.readOnly",
      }
    : undefined;
}

/**
 * The guards of a change that is about to be sent. A protected profile asks the user for its name; a call that
 * asks nothing (`interactive` false) is refused, since no params can answer a guard.
 */
export async function guardFailure(
  profile: string,
  interactive: boolean,
  { state, ui }: Pick<Services, "state" | "ui">,
): Promise<Failure | undefined> {
  const settings = state.settings();
  const readOnly = readOnlyFailure(settings);
  if (readOnly || !isProtected(settings, profile)) {
    return readOnly;
  }
  const refusal = {
    kind: "protected",
    message: `${profile} is a protected profile, so nothing was changed. The setting is elasticacheAccess.protectedProfiles`,
  } as const;
  if (!interactive) {
    return refusal;
  }
  const answer = await ui.input({
    at: { title: `${profile} is protected` },
    prompt: `Type the profile's name to change something in it: ${profile}`,
    check: (text) =>
      text === profile ? { verdict: "ok" } : { verdict: "error", message: `Type ${profile} to go on` },
  });
  return answer.kind === "answer" ? undefined : { kind: "cancelled", message: "Nothing was changed" };
}
