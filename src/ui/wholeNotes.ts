import type { PickNote } from "./ui";

/** As many characters of a line of a list are seen at its usual width: VS Code cuts off the rest. */
const widest = 68;

/** Something to read among the entries, on as many lines as it takes to be read whole: a list breaks none by itself. */
export function wholeNotes(icon: string, text: string): readonly PickNote[] {
  const [first = "", ...more] = brokenLines(text);
  const notes: PickNote[] = [lines(icon, first, more.shift())];
  while (more.length > 0) {
    notes.push(lines("blank", more.shift() ?? "", more.shift()));
  }
  return notes;
}

function lines(icon: string, label: string, detail: string | undefined): PickNote {
  return { icon, label, ...(detail === undefined ? {} : { detail }), note: true };
}

/** Broken between words; a word that is too long is broken where the line ends. */
export function brokenLines(text: string): readonly string[] {
  const broken: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    let rest = line === "" ? word : `${line} ${word}`;
    if (line !== "" && rest.length > widest) {
      broken.push(line);
      rest = word;
    }
    while (rest.length > widest) {
      broken.push(rest.slice(0, widest));
      rest = rest.slice(widest);
    }
    line = rest;
  }
  return line === "" && broken.length > 0 ? broken : [...broken, line];
}
