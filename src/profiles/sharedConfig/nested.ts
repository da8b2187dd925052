import type { Pieces } from "../../core/pieces";
import type { ProfileSettings, Setting } from "../profile";
import type { IniProblem, IniValue } from "./ini";
import { splitLines, strip } from "./pythonText";

/**
 * Turns values that begin with a line break into sub-sections, as botocore's `configloader._parse_nested`:
 * `s3 =`, then `key = value` lines. Lines without `=` are noted and left out.
 */
export function* withSubsections(
  values: ReadonlyMap<string, IniValue>,
  problems: IniProblem[],
): Pieces<ProfileSettings> {
  const settings = new Map<string, Setting>();
  for (const [name, value] of values) {
    yield;
    settings.set(name, value.text.startsWith("\n") ? yield* subsection(value, problems) : value.text);
  }
  return settings;
}

function* subsection(value: IniValue, problems: IniProblem[]): Pieces<ReadonlyMap<string, string>> {
  const settings = new Map<string, string>();
  for (const whole of splitLines(value.text)) {
    yield;
    const line = strip(whole);
    const equals = line.indexOf("=");
    if (equals >= 0) {
      settings.set(strip(line.slice(0, equals)), strip(line.slice(equals + 1)));
    } else if (line !== "") {
      problems.push({ kind: "notANestedSetting", line: value.line });
    }
  }
  return settings;
}
