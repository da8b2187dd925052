import { invalidParameter } from "../../core/failures/invalidParameter";
import type { Written } from "../../core/formats/written";
import { failed, type Outcome, succeeded } from "../../core/outcome";

/** What was written, or that the format has no way to say it. */
export function writtenText(written: Written): Outcome<string> {
  return written.ok ? succeeded(written.text) : failed(invalidParameter("format", written.why));
}
