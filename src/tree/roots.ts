import type { ProfileHint } from "../profiles/profile";
import type { State } from "../store/state";
import { problemRows } from "./failureRows";
import { icons } from "./icons";
import { NoteRow } from "./noteRow";
import { profileRows } from "./profileRows";
import type { Row } from "./row";

/** The rows at the top: a profile each, one for each part of the files that could not be read, or says a thing in vain. */
export function rootRows(state: State): readonly Row[] {
  return [
    ...problemRows(state.profiles.problems()),
    ...profileRows(state),
    ...state.profiles.hints().map(hintRow),
  ];
}

function hintRow({ file, line, message }: ProfileHint): Row {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return new NoteRow(
    undefined,
    `${file}/${line}`,
    `${name}: ${message}`,
    `${file}, line ${line}`,
    icons.hint,
  );
}
