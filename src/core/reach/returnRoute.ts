import { asSteps, type Step } from "./explanation";
import type { WayBack } from "./wayBack";

/** What routes and gateways do with the replies, up to the source. */
export function returnRoute(back: WayBack | undefined): readonly Step[] {
  return asSteps("returnRoute", back?.found.map(({ finding }) => finding) ?? []);
}
