import { shownText } from "../core/shownText";

/** Lines of a tooltip: a name in bold, then facts. Empty facts are left out. */
export function tooltip(name: string, ...facts: readonly (readonly [string, string | undefined])[]): string {
  const lines = facts.flatMap(([fact, value]) => (value ? [`${fact}: ${escapeMarkdown(value)}`] : []));
  return [`**${escapeMarkdown(name)}**`, ...lines].join("  \n");
}

/** Text that came from outside, so that it shows as it is: no links, no images, no icons, no HTML, no line of its own. */
export function escapeMarkdown(text: string): string {
  return shownText(text).replace(/[\\`*_{}[\]()#+\-.!~|<>&$:]/g, (character) => `\\${character}`);
}
