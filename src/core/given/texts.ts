import { invalidParameter } from "../failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../outcome";
import type { Params } from "../params";

/** A field that must be text where it is present at all. */
export function textParam(params: Params, field: string): Outcome<string | undefined> {
  const value = params[field];
  if (value === undefined || typeof value === "string") {
    return succeeded(value);
  }
  return failed(invalidParameter(field, `${field} is to be text`));
}

/** Several such fields; the first that is wrong is the failure. */
export function textParams<F extends string>(
  params: Params,
  fields: readonly F[],
): Outcome<{ readonly [field in F]?: string }> {
  const texts: { [field in F]?: string } = {};
  for (const field of fields) {
    const text = textParam(params, field);
    if (!text.ok) {
      return text;
    }
    if (text.value !== undefined) {
      texts[field] = text.value;
    }
  }
  return succeeded(texts);
}

/** A field that must be a list of texts; `what` says of what. */
export function textsParam(params: Params, field: string, what: string): Outcome<readonly string[]> {
  const value = params[field];
  return Array.isArray(value) && value.every((each): each is string => typeof each === "string")
    ? succeeded(value)
    : failed(invalidParameter(field, `${field} is to be a list of ${what}`));
}
