import { escapeMarkdown } from "../core/formats/escapeMarkdown";

/**
 * Lines of a tooltip: a name in bold, then facts. Empty facts are left out. Four lines at most, but for a profile's:
 * a tooltip covers the rows below it, which somebody wants to click.
 */
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
