import { mapCsv } from "./mapCsv";
import { mapMarkdown } from "./mapMarkdown";
import type { MapReport } from "./mapReport";
import { mapSvg } from "./mapSvg";
import type { MapFormat } from "./messages";

/** The formats of an exported map, by the endings of their files. */
export const mapFormats: Readonly<
  Record<MapFormat, { readonly label: string; readonly write: (report: MapReport) => string }>
> = {
  md: { label: "Markdown", write: mapMarkdown },
  csv: { label: "CSV", write: mapCsv },
  svg: { label: "SVG", write: mapSvg },
};
