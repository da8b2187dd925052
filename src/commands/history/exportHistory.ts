import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type CommandResult, cancelled, done, failedResult } from "../../core/commandResult";
import type { Failure } from "../../core/failures/failures";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { type ExportFormat, exportFormats, isExportFormat } from "../../core/formats/exportFormats";
import { textParams } from "../../core/given/texts";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Answer } from "../../ui/ui";
import { askFormat } from "../askFormat";
import type { Command, Params, Services } from "../command";
import { withRead } from "../heads";

interface Given {
  readonly format?: ExportFormat;
  readonly path?: string;
}

/** Writes the history to a file. A call that names a format is asked nothing: without a path it gets the text. */
export const exportHistory: Command = {
  id: "exportHistory",
  run: (params, services) =>
    withRead(check(params), ({ format: named, path: file }) =>
      withRead(named ? succeeded(named) : askExportFormat(services), (format) =>
        withRead(services.history.read(), (entries) => {
          const text = exportFormats[format].write(entries);
          return named !== undefined && file === undefined ? done(text) : save(file, format, text, services);
        }),
      ),
    ),
};

function askExportFormat(services: Services) {
  return askFormat<ExportFormat>("Export History", ["jsonl", "csv"], exportFormats, services);
}

function check(params: Params): Outcome<Given> {
  const given = textParams(params, ["format", "path"]);
  if (!given.ok) {
    return given;
  }
  const { format, path: file } = given.value;
  if (format !== undefined && !isExportFormat(format)) {
    const known = Object.keys(exportFormats).join(" and ");
    return failed(invalidParameter("format", `There is no format ${format}. There are ${known}`));
  }
  if (file !== undefined && !path.isAbsolute(file)) {
    return failed(invalidParameter("path", "The path of the file to write is to be absolute"));
  }
  return succeeded({
    ...(format === undefined ? {} : { format }),
    ...(file === undefined ? {} : { path: file }),
  });
}

async function save(
  file: string | undefined,
  format: ExportFormat,
  text: string,
  services: Services,
): Promise<CommandResult> {
  const { ui } = services;
  let answer: Answer<string>;
  try {
    answer =
      file === undefined
        ? await ui.saveFile({ title: "Export History", name: `elasticache-access-history.${format}`, text })
        : await writeFile(file, text).then(() => ({ kind: "answer", value: file }));
  } catch (error) {
    return failedResult(unwritable(error));
  }
  if (answer.kind !== "answer") {
    return cancelled;
  }
  void ui.tell({ severity: "information", text: `The history is in ${answer.value}`, actions: [] });
  return done(answer.value);
}

function unwritable(error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: "unexpected", message: `The history could not be written to the file: ${reason}` };
}
