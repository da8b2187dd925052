import type { Grid } from "./arrange";
import type { CellState } from "./mapData";
import type { MapReport } from "./mapReport";

const [cellHeight, sourceWidth, margin] = [22, 300, 24] as const;
const headHeight = 44;
const [narrowest, widest, characterWidth] = [96, 168, 6.4];

/** What the longest word needs, so that none is cut but those of no reasonable length. */
function widthOf({ longestWord }: Grid): number {
  return Math.min(widest, Math.max(narrowest, Math.ceil(longestWord * characterWidth) + 8));
}

/** The map as a picture for a report: every word of the grid is text in it, and it fetches nothing. */
export function mapSvg({ title, facts, grid }: MapReport): string {
  const top = margin + 30 + facts.length * 16 + 16;
  const body = top + 20 + headHeight;
  const lines = rowLines(grid);
  const width = Math.max(760, margin * 2 + sourceWidth + grid.columns.length * widthOf(grid));
  const height = body + lines.length * cellHeight + margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    text(margin, margin + 14, title, `class="title" font-size="18" font-weight="600"`),
    `<g class="facts" fill="#444">`,
    ...facts.map(([name, words], at) => text(margin, margin + 42 + at * 16, `${name}: ${words}`)),
    "</g>",
    ...heads(grid, top),
    ...lines.map((line, at) => line(body + at * cellHeight)),
    "</svg>",
    "",
  ].join("\n");
}

function heads(grid: Grid, top: number): readonly string[] {
  let before = 0;
  const cellWidth = widthOf(grid);
  const groups = grid.columnGroups.map(({ label, lines }) => {
    const x = columnX(before, cellWidth);
    before += lines.length;
    return fitted(
      x + 6,
      top + 14,
      lines.length * cellWidth,
      label,
      `class="group" fill="#444" font-weight="600"`,
    );
  });
  return [
    ...groups,
    `<g class="columns" font-weight="600">`,
    ...grid.columns.map(({ label }, at) => fitted(columnX(at, cellWidth) + 6, top + 36, cellWidth, label)),
    "</g>",
    `<g class="details" fill="#444" font-size="10">`,
    ...grid.columns.map(({ detail }, at) => fitted(columnX(at, cellWidth) + 6, top + 52, cellWidth, detail)),
    "</g>",
  ];
}

/** Each line of the body, headings of groups among them, as what draws it at a height. */
function rowLines(grid: Grid): readonly ((y: number) => string)[] {
  const cellWidth = widthOf(grid);
  return grid.rowGroups.flatMap(({ label, lines }) => [
    (y: number) => fitted(margin, y + 15, sourceWidth, label, `class="group" fill="#444" font-weight="600"`),
    ...lines.map((row) => (y: number) => {
      const cells = grid.columns.map((column, at) => {
        const { state, word } = grid.cell(row, column);
        const [fill, ink] = colours[state];
        const x = columnX(at, cellWidth);
        const box = `<rect x="${x}" y="${y}" width="${cellWidth - 1}" height="${cellHeight - 1}" fill="${fill}"/>`;
        return box + fitted(x + 6, y + 15, cellWidth, word, `class="cell" fill="${ink}"`);
      });
      const about = `${row.label}${row.detail === "" ? "" : ` · ${row.detail}`}`;
      return `<g class="row">${fitted(margin, y + 15, sourceWidth, about, `class="source"`)}${cells.join("")}</g>`;
    }),
  ]);
}

function columnX(at: number, cellWidth: number): number {
  return margin + sourceWidth + at * cellWidth;
}

/** Dark words on a light ground, 4.5 to 1 and more. */
const colours: Readonly<Record<CellState, readonly [ground: string, ink: string]>> = {
  public: ["#f6c8c4", "#6b0f0a"],
  open: ["#f9d8bd", "#6b2e00"],
  expiring: ["#f7ecb5", "#544300"],
  stale: ["#e2e2e2", "#444"],
  changing: ["#d5e4f7", "#123f73"],
  notKnown: ["#eadcf4", "#4c1d6b"],
  checking: ["#eadcf4", "#4c1d6b"],
  reaches: ["#d3ecd6", "#124a1c"],
  no: ["#fafafa", "#6b6b6b"],
};

/** A text that is cut where its room ends; a reader of the picture still has it whole. */
function fitted(x: number, y: number, room: number, words: string, more = ""): string {
  const most = Math.floor((room - 8) / characterWidth);
  const cut = words.length > most ? `${words.slice(0, Math.max(1, most - 1))}…` : words;
  return cut === words
    ? text(x, y, words, more)
    : `<text x="${x}" y="${y}" ${more}><title>${escaped(words)}</title>${escaped(cut)}</text>`;
}

function text(x: number, y: number, words: string, more = ""): string {
  return `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
