import type { RowItem } from "../../src/tree/row";

/**
 * How wide the characters are, in hundredths of the font's size: Open Sans, which the pictures of the documentation
 * have. The fonts of desktops are narrower.
 */
const widths: Readonly<Record<string, number>> = {
  ...each(22, "'"),
  ...each(25, "ijl"),
  ...each(26, " !,.:;·"),
  ...each(28, "IJ`"),
  ...each(30, "()"),
  ...each(33, "-[]"),
  ...each(35, "ft/\\{}"),
  ...each(41, '"?_r'),
  ...each(48, "csz"),
  ...each(51, "FLgkvxy"),
  ...each(56, "EPSTYZae*|$+<=>^~0123456789"),
  ...each(61, "ABCKRVXbdhnopqu#"),
  ...each(74, "DGHNU&"),
  ...each(78, "OQw…"),
  ...each(93, "MWm%@"),
};

const labelSize = 13;
const descriptionSize = 0.9 * labelSize;
/** Between the two: half of the description's size. */
const between = descriptionSize / 2;

/** The room for a row's words in a side bar of 250 pixels, measured in a picture; 8 pixels less a level. */
function room(depth: number): number {
  return 175 - 8 * depth;
}

/** What is seen of a row in a side bar of 250 pixels, so many levels below the top: the label, a gap, the description. */
export function narrow(item: Pick<RowItem, "label" | "description" | "inView">, depth: number): string {
  const { label, description } = item.inView ?? item;
  const seen = cut(label, labelSize, room(depth));
  const left = room(depth) - width(label, labelSize) - between;
  return seen === label && description !== "" ? `${label}  ${cut(description, descriptionSize, left)}` : seen;
}

/** The text, or what of it stands before three dots. */
function cut(text: string, size: number, pixels: number): string {
  if (width(text, size) <= pixels) {
    return text;
  }
  let end = text.length;
  while (end > 0 && width(`${text.slice(0, end)}…`, size) > pixels) {
    end -= 1;
  }
  return `${text.slice(0, end)}…`;
}

function width(text: string, size: number): number {
  return ([...text].reduce((sum, character) => sum + (widths[character] ?? 61), 0) * size) / 100;
}

function each(width: number, characters: string): Readonly<Record<string, number>> {
  return Object.fromEntries([...characters].map((character) => [character, width]));
}
