import { failureLabel } from "../../core/failures/failureLabel";
import type { Failure } from "../../core/failures/failures";
import type { Target } from "../../core/target";
import type { ProfileSettings, SharedConfig } from "../../profiles/profile";

/** What would end a sentence. */
const ending = /\.\s|\n/;

/**
 * A failure whose message quotes a name or a setting with a full stop in it (`source_profile = Acme Inc. base`): a row
 * would end its label there, and leave out what is wrong.
 */
export function withWholeLabel(
  failure: Failure,
  { profile, region }: Target,
  config: SharedConfig | undefined,
): Failure {
  if (!config || failure.label !== undefined || !ending.test(failure.message)) {
    return failure;
  }
  const names = [profile, region];
  const quoted = textsOf(config).filter((text) => failure.message.includes(text));
  const label = failureLabel(failure, [...names, ...quoted]);
  return quoted.length === 0 || label === failureLabel(failure, names) ? failure : { ...failure, label };
}

/** The texts of the files that have a sentence's end in them, as messages quote them. */
function textsOf({ profiles, ssoSessions, services }: SharedConfig): readonly string[] {
  const texts = [
    ...profiles.keys(),
    ...[...profiles.values()].flatMap(({ settings }) => valuesOf(settings)),
    ...[...ssoSessions.values(), ...services.values()].flatMap(valuesOf),
  ].filter((text) => ending.test(text));
  return [...new Set(texts.flatMap((text) => [text, text.replace(/\s+/g, " ")]))];
}

function valuesOf(settings: ProfileSettings): readonly string[] {
  return [...settings.values()].flatMap((value) => (typeof value === "string" ? value : [...value.values()]));
}
