import type { Failure } from "../core/failures/failures";
import { invalidParameter } from "../core/failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../core/outcome";
import type { Target } from "../core/target";
import type { State } from "../store/state";
import type { Params } from "./command";

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

/** Whether the profile exists and the region can be one, as far as they are given. Sends nothing. */
export async function checkTarget(
  { profile, region }: Partial<Target>,
  state: State,
): Promise<Failure | undefined> {
  if (profile !== undefined && !(await state.profiles.config()).profiles.has(profile)) {
    return {
      kind: "credentials",
      message: `There is no profile named ${profile}. Nothing was sent; the profiles are in the AWS config and credentials files`,
    };
  }
  // A region becomes part of a host name: anything else could lead a signed request elsewhere.
  if (region !== undefined && !/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(region)) {
    return invalidParameter("region", `${region === "" ? "An empty text" : region} is not a region's code`);
  }
  return undefined;
}
