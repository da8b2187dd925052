import { type GivenEnd, readEnd } from "../../core/expiry/givenEnd";
import { type Outcome, succeeded } from "../../core/outcome";
import type { Params } from "../../core/params";
import type { Target } from "../../core/target";
import type { State } from "../state";

/** The `expires` of params; nothing where there is none. What is wrong with it is known before anything is sent. */
export function givenEnd(
  params: Params,
  target: Partial<Target>,
  { ends }: Pick<State, "ends">,
): Outcome<GivenEnd | undefined> {
  const { expires } = params;
  const { profile = "", region = "" } = target;
  return expires === undefined ? succeeded(undefined) : readEnd(expires, ends.now({ profile, region }));
}
