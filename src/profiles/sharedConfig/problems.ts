import type { ProfileProblem } from "../profile";
import type { IniProblem, IniProblemKind } from "./ini";
import type { NamedFile } from "./readTextFile";

// A file that is no configuration at all would otherwise give a row for each of its lines.
const mostProblems = 10;
const mostNames = 5;

/** What is wrong with a file, in sentences: which line, what the AWS CLI makes of it, and what was kept. */
export function problemsOf(
  named: NamedFile,
  problems: readonly IniProblem[],
  profiles: readonly string[],
): ProfileProblem[] {
  const { path, file } = named;
  if (file.state === "missing") {
    return [];
  }
  if (file.state === "unreadable") {
    return [{ file: path, message: `This file cannot be read. ${file.reason}` }];
  }
  const kept = `The AWS CLI reads nothing of such a file. ${keptText(profiles)}`;
  const found: ProfileProblem[] = [];
  if (file.encodingProblem) {
    const { line, reason } = file.encodingProblem;
    found.push({ file: path, ...(line ? { line } : {}), message: `${reason}. ${kept}` });
  }
  const ordered = [...problems].sort((a, b) => a.line - b.line);
  for (const { kind, line } of ordered.slice(0, mostProblems)) {
    found.push({ file: path, line, message: `Line ${line} ${words[kind]}. ${kept}` });
  }
  return found;
}

const words: Readonly<Record<IniProblemKind, string>> = {
  beforeFirstSection: "comes before the first [section], and was left out",
  duplicateSection: "begins a section that is there already, and both were read as one",
  duplicateSetting: "gives a setting its section has already, and the last one counts",
  notASetting: "is neither a [section] nor a name = value, and was left out",
  notANestedSetting: "holds a sub-section with a line that is no name = value, and that line was left out",
};

function keptText(profiles: readonly string[]): string {
  if (profiles.length === 0) {
    return "No profile could be read from it here either";
  }
  const names = profiles.slice(0, mostNames).join(", ");
  const more = profiles.length > mostNames ? ` and ${profiles.length - mostNames} more` : "";
  return `Read from it here: ${names}${more}`;
}
