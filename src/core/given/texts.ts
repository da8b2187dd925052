import { invalidParameter } from "../failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../outcome";
import type { Params } from "../params";

/** No name, description or path is as long; whoever gives a megabyte is told so before anything reads it. */
const longest = 10_000;

/** A field that must be text where it is present at all. */
export function textParam(params: Params, field: string): Outcome<string | undefined> {
  const value = params[field];
  if (typeof value === "string" && value.length > longest) {
    return failed(
      invalidParameter(field, `${field} has ${value.length} characters; ${longest} are the most`),
    );
  }
  return value === undefined || typeof value === "string"
    ? succeeded(value)
    : failed(invalidParameter(field, `${field} is to be text`));
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
  return Array.isArray(value) &&
    value.every((each): each is string => typeof each === "string" && each.length <= longest)
    ? succeeded(value)
    : failed(invalidParameter(field, `${field} is to be a list of ${what}`));
}
