import type { Failure } from "../core/failures/failures";
import type { Profile, ProfileProblem } from "../profiles/profile";
import { mendedIn } from "../store/mendedIn";
import { FailureRow } from "./failureRow";
import { type Row, rowId } from "./row";

/** A row for each failure of a branch. `profile`: whose credentials they may be about. */
export function failureRows(parent: Row, failures: readonly Failure[], profile?: Profile): readonly Row[] {
  const names = numbered(failures.map(({ action, kind }) => action ?? kind));
  return failures.map((failure, index) => {
    const awsFile = mendedIn(failure, profile);
    return new FailureRow(
      parent,
      failure,
      rowId("failure", parent.id, names[index] ?? ""),
      awsFile ? { awsFile } : {},
    );
  });
}

/** A row for each part of the AWS files that could not be read. */
export function problemRows(problems: readonly ProfileProblem[]): readonly Row[] {
  const places = numbered(problems.map(({ file, line }) => `${file}/${line ?? 0}`));
  return problems.map(
    (problem, index) =>
      new FailureRow(undefined, failureOf(problem), rowId("failure", places[index] ?? ""), {
        awsFile: /credentials[^/\\]*$/i.test(problem.file) ? "credentialsFile" : "configFile",
        path: problem.file,
        ...(problem.line === undefined ? {} : { line: problem.line }),
      }),
  );
}

/** How a section makes rows of its failures. */
export type MakeFailureRows = (section: Row, failures: readonly Failure[]) => readonly Row[];

function failureOf({ file, line, message }: ProfileProblem): Failure {
  const place = line === undefined ? file : `${file}, line ${line}`;
  // Its name first, since a label is cut off where the view is narrow; the whole path in the tooltip.
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return { kind: "credentials", message: `${name}: ${message} (${place})` };
}

/** The names, told apart where some are equal: one line of a file can have several faults. */
function numbered(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} ${times}`;
  });
}
