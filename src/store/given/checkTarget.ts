import type { Failure } from "../../core/failures/failures";
import { invalidParameter } from "../../core/failures/invalidParameter";
import type { Target } from "../../core/target";
import type { State } from "../state";

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
