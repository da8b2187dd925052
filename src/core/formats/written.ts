import { invalidParameter } from "../failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../outcome";

/** A text in some format, or one sentence about why the format cannot say it. */
export type Written =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: string };

/** What was written, or that the format has no way to say it. */
export function writtenText(written: Written): Outcome<string> {
  return written.ok ? succeeded(written.text) : failed(invalidParameter("format", written.why));
}
