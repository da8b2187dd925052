import { shownText } from "../shownText";

/** Names and answers come from elsewhere: they stay text, on their line. */
export function escaped(text: string): string {
  return shownText(text).replace(/[\\`*[\]<>|]/g, (character) => `\\${character}`);
}
