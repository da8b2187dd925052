import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type CommandResult, cancelled, done, failedResult } from "../../core/commandResult";
import type { Failure } from "../../core/failures/failures";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { type ExportFormat, exportFormats, isExportFormat } from "../../core/formats/exportFormats";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Answer } from "../../ui/ui";
import type { Command, Params, Services } from "../command";
import { textParams } from "../params";

interface Given {
  readonly format?: ExportFormat;
  readonly path?: string;
}

/** Writes the history to a file. A call that names a format is asked nothing: without a path it gets the text. */
export const exportHistory: Command = {
  id: "exportHistory",
  async run(params, services) {
    const given = check(params);
    if (!given.ok) {
      return failedResult(given.failure);
    }
    const format = given.value.format ?? (await askFormat(services));
    if (format === undefined) {
      return cancelled;
    }
    const entries = await services.history.read();
    if (!entries.ok) {
      return failedResult(entries.failure);
    }
    const text = exportFormats[format].write(entries.value);
    if (given.value.format !== undefined && given.value.path === undefined) {
      return done(text);
    }
    return save(given.value.path, format, text, services);
  },
};

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

async function askFormat({ ui }: Services): Promise<ExportFormat | undefined> {
  const answer = await ui.pick<ExportFormat>({
    at: { title: "Export History" },
    placeholder: "The format",
    items: (["jsonl", "csv"] as const).map((format) => ({
      key: format,
      label: exportFormats[format].label,
      detail: exportFormats[format].detail,
      value: format,
    })),
  });
  return answer.kind === "answer" ? answer.value : undefined;
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
