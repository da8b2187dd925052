import { columnTitle, type MapReport } from "./mapReport";

/** The map as a page with a table, for a review. */
export function mapMarkdown({ title, facts, grid }: MapReport): string {
  const heads = ["Source", "What it is", ...grid.columns.map(columnTitle)];
  const rows = grid.rows.map((row) => [
    row.label,
    row.detail,
    ...grid.columns.map((column) => grid.cell(row, column).word),
  ]);
  return [
    `# ${title}`,
    "",
    ...facts.map(([name, text]) => `- ${name}: ${escaped(text)}`),
    "",
    line(heads),
    `|${heads.map(() => " --- |").join("")}`,
    ...rows.map(line),
    "",
  ].join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(escaped).join(" | ")} |`;
}

/** Names come from elsewhere, as shown text: they stay text, in their cell. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#&~]/g, (character) => `\\${character}`);
}
