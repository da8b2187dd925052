import { shownText } from "../core/shownText";

/** Lines of a tooltip: a name in bold, then facts. Empty facts are left out. */
export function tooltip(name: string, ...facts: readonly Fact[]): string {
  return [`**${escapeMarkdown(name)}**`, ...factLines(facts)].join("  \n");
}

/** The same with several facts a line: a tooltip that is long covers what somebody wants to click. */
export function shortTooltip(name: string, ...lines: readonly (readonly (string | undefined)[])[]): string {
  const texts = lines.map((parts) => parts.filter((part) => part).join(" · ")).filter((line) => line !== "");
  return [`**${escapeMarkdown(name)}**`, ...texts.map(escapeMarkdown)].join("  \n");
}

type Fact = readonly [string, string | undefined];

function factLines(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap(([fact, value]) => (value ? [`${fact}: ${escapeMarkdown(value)}`] : []));
}

/** Text that came from outside, so that it shows as it is: no links, no images, no icons, no HTML, no line of its own. */
export function escapeMarkdown(text: string): string {
  return shownText(text).replace(/[\\`*_{}[\]()#+\-.!~|<>&$:]/g, (character) => `\\${character}`);
}
