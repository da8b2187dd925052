import { invalidParameter } from "../core/failures/invalidParameter";
import { isObject } from "../core/isObject";
import { failed, type Outcome, succeeded } from "../core/outcome";
import type { Params } from "../core/params";

/**
 * What a model gave, where it has the fields that a tool knows and no others: a limit that was misspelled and left
 * unread would be a wider answer, or a wider rule, than was asked for.
 */
export function inputOf(input: unknown, fields: readonly string[]): Outcome<Params> {
  if (!isObject(input)) {
    return failed(invalidParameter("input", "The input is to be an object"));
  }
  const foreign = Object.keys(input).find((field) => !fields.includes(field));
  return foreign === undefined
    ? succeeded({ ...input })
    : failed(invalidParameter(foreign, `There is no field ${foreign}. There are: ${fields.join(", ")}`));
}
