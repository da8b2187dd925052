import { shownText } from "../core/shownText";

/** Lines of a tooltip: a name in bold, then facts. Empty facts are left out. */
export function tooltip(name: string, ...facts: readonly Fact[]): string {
  return [`**${escapeMarkdown(name)}**`, ...factLines(facts)].join("  \n");
}

/** The facts alone. */
export function facts(...facts: readonly Fact[]): string {
  return factLines(facts).join("  \n");
}

type Fact = readonly [string, string | undefined];

function factLines(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap(([fact, value]) => (value ? [`${fact}: ${escapeMarkdown(value)}`] : []));
}

/** Text that came from outside, so that it shows as it is: no links, no images, no icons, no HTML, no line of its own. */
export function escapeMarkdown(text: string): string {
  return shownText(text).replace(/[\\`*_{}[\]()#+\-.!~|<>&$:]/g, (character) => `\\${character}`);
}
