import { cancelled, done, failedResult } from "../../core/commandResult";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Command, Params, Services } from "../command";
import { textParam } from "../params";
import { type CopySubject, copySubject } from "./copySubject";
import { type CopyFormatName, copyFormats, isCopyFormat } from "./formats";
import { callQuestion, withSubject } from "./withSubject";

/** Copies what a row, or the fields of Authorize Ingress, stand for, in a format to choose or to name. */
export const copyAs: Command = {
  id: "copyAs",
  async run(params, services) {
    const text = await textToCopy(params, services);
    if (text === "cancelled") {
      return cancelled;
    }
    if (!text.ok) {
      return failedResult(text.failure);
    }
    await services.ui.copy(text.value);
    return done(text.value);
  },
};

async function textToCopy(params: Params, services: Services): Promise<Outcome<string> | "cancelled"> {
  // Who names a format is asked nothing, as with Export History.
  const named =
    params["format"] === undefined
      ? await withSubject(params, callQuestion("Copy as"), services)
      : succeeded(params);
  if (named === "cancelled" || !named.ok) {
    return named;
  }
  const subject = await copySubject(named.value, services);
  if (!subject.ok) {
    return subject;
  }
  const given = textParam(params, "format");
  if (!given.ok) {
    return given;
  }
  const format =
    given.value === undefined
      ? await askFormat(subject.value, services)
      : formatNamed(given.value, subject.value);
  return format === "cancelled" || !format.ok
    ? format
    : copyFormats[format.value].write(subject.value, services);
}

function formatNamed(name: string, subject: CopySubject): Outcome<CopyFormatName> {
  if (!isCopyFormat(name)) {
    const known = Object.keys(copyFormats).join(", ");
    return failed(invalidParameter("format", `There is no format ${name}. There are ${known}`));
  }
  return copyFormats[name].isFor(subject)
    ? succeeded(name)
    : failed(invalidParameter("format", `${copyFormats[name].label} has no way to say this`));
}

async function askFormat(
  subject: CopySubject,
  { ui }: Services,
): Promise<Outcome<CopyFormatName> | "cancelled"> {
  const known = Object.keys(copyFormats).filter(isCopyFormat);
  const answer = await ui.pick<CopyFormatName>({
    at: { title: "Copy as" },
    placeholder: "The format",
    items: known
      .filter((name) => copyFormats[name].isFor(subject))
      .map((name) => ({
        key: name,
        label: copyFormats[name].label,
        detail: copyFormats[name].detail,
        value: name,
      })),
  });
  return answer.kind === "answer" ? succeeded(answer.value) : "cancelled";
}
