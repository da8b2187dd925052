import { invalidParameter } from "../../core/failures/invalidParameter";
import {
  type Complete,
  type Field,
  type Given,
  givenFields,
  isComplete,
  ofItem,
} from "../../core/given/fields";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Params } from "../../core/params";
import type { State } from "../state";
import { checkTarget } from "./checkTarget";

/** Reads some fields of params, and whether their target can be. The first that is wrong is the failure. Sends nothing. */
export async function readFields<F extends Field>(
  params: Params,
  fields: readonly F[],
  state: State,
): Promise<Outcome<Given<F>>> {
  const given = givenFields(params, fields);
  const wrong = given.ok ? await checkTarget(given.value, state) : undefined;
  return wrong ? failed(wrong) : given;
}

/** Reads the same fields of each item; none may be missing. The first that is wrong is the failure, with its number. */
export async function readItems<F extends Field>(
  items: readonly Params[],
  fields: readonly F[],
  state: State,
): Promise<Outcome<readonly Complete<F>[]>> {
  const complete: Complete<F>[] = [];
  for (const [index, item] of items.entries()) {
    const given = await readFields(item, fields, state);
    if (!given.ok) {
      return failed(ofItem(index, given.failure));
    }
    const { value } = given;
    if (!isComplete(value, fields)) {
      const missing = fields.find((field) => value[field] === undefined) ?? "items";
      return failed(ofItem(index, invalidParameter(missing, `${missing} is missing`)));
    }
    complete.push(value);
  }
  return succeeded(complete);
}
