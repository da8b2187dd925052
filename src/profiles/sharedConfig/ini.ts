import { atOnce, type Pieces } from "../../core/pieces";
import { fileLines, indentOf, strip, stripEnd } from "./pythonText";

export interface IniFile {
  /** Sections by the text between their brackets, in the file's order; values as text, lines joined by `\n`. */
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, IniValue>>;
  /** The line that each section begins on. */
  readonly lines: ReadonlyMap<string, number>;
  readonly problems: readonly IniProblem[];
}

export interface IniValue {
  readonly text: string;
  readonly line: number;
}

export type IniProblemKind =
  | "beforeFirstSection"
  | "duplicateSection"
  | "duplicateSetting"
  | "notASetting"
  | "notANestedSetting";

export interface IniProblem {
  readonly kind: IniProblemKind;
  readonly line: number;
}

/** Settings for all sections times sections: more are no configuration, and would fill the memory. */
const mostShared = 1_000_000;

interface OpenValue {
  readonly line: number;
  readonly parts: string[];
}

// The settings of this section count for all others: Python's configparser.DEFAULTSECT. Not botocore's [default].
const sharedSection = "DEFAULT";

/**
 * Parses INI text as Python's `configparser.RawConfigParser` does, which is what botocore reads with: no inline
 * comments, values that go on in deeper-indented lines, everything after the last `]` of a header ignored.
 * Where Python gives up on the file, this notes the line and goes on: a section begun twice is one section, of
 * a setting given twice the last counts, other lines are left out.
 * https://docs.python.org/3/library/configparser.html#supported-ini-file-structure
 */
export function parseIni(text: string): IniFile {
  return atOnce(parsingIni(text));
}

/** The same, so that it can be done in turns: a file may have a megabyte. */
export function* parsingIni(text: string): Pieces<IniFile> {
  const sections = new Map<string, Map<string, OpenValue>>();
  const sharedSettings = new Map<string, OpenValue>();
  const problems: IniProblem[] = [];
  const lines = new Map<string, number>();
  let section: Map<string, OpenValue> | undefined;
  let open: OpenValue | undefined;
  let indent = 0;

  let line = 0;
  for (const raw of fileLines(text)) {
    yield;
    line += 1;
    const value = strip(raw);
    if (value === "") {
      open?.parts.push("");
      continue;
    }
    if (value.startsWith("#") || value.startsWith(";")) {
      continue;
    }
    const lineIndent = indentOf(raw);
    if (open && lineIndent > indent) {
      open.parts.push(value);
      continue;
    }
    indent = lineIndent;
    const header = /^\[(.+)\]/su.exec(value)?.[1];
    if (header !== undefined) {
      open = undefined;
      if (header === sharedSection) {
        section = sharedSettings;
        continue;
      }
      section = sections.get(header);
      if (section) {
        problems.push({ kind: "duplicateSection", line });
      } else {
        section = new Map();
        sections.set(header, section);
        lines.set(header, line);
      }
      continue;
    }
    if (!section) {
      problems.push({ kind: "beforeFirstSection", line });
      continue;
    }
    const delimiter = value.search(/[=:]/);
    const name = stripEnd(value.slice(0, Math.max(delimiter, 0))).toLowerCase();
    if (name === "") {
      problems.push({ kind: "notASetting", line });
      continue;
    }
    if (section.has(name)) {
      problems.push({ kind: "duplicateSetting", line });
    }
    open = { line, parts: [strip(value.slice(delimiter + 1))] };
    section.set(name, open);
  }
  const shared = yield* whole(sharedSettings.size * sections.size > mostShared ? new Map() : sharedSettings);
  const result = new Map<string, ReadonlyMap<string, IniValue>>();
  for (const [name, own] of sections) {
    yield;
    const settings = yield* whole(own);
    for (const [key, value] of shared) {
      yield;
      if (!settings.has(key)) {
        settings.set(key, value);
      }
    }
    result.set(name, settings);
  }
  return { sections: result, lines, problems };
}

function* whole(settings: ReadonlyMap<string, OpenValue>): Pieces<Map<string, IniValue>> {
  const result = new Map<string, IniValue>();
  for (const [key, { parts, line }] of settings) {
    yield;
    result.set(key, { text: stripEnd(parts.join("\n")), line });
  }
  return result;
}
