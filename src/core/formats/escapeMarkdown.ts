import { shownText } from "../shownText";

/** Text that came from outside, so that it shows as it is: no links, no images, no icons, no HTML, no line of its own. */
export function escapeMarkdown(text: string): string {
  return shownText(text).replace(/[\\`*_{}[\]()#+\-.!~|<>&$:]/g, (character) => `\\${character}`);
}
