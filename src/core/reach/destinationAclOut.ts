import { asSteps, type Step } from "./explanation";
import type { WayBack } from "./wayBack";

/** What the network ACL of the cache's subnet lets out again: it knows no connections, so replies need a rule. */
export function destinationAclOut(back: WayBack | undefined): readonly Step[] {
  return back ? asSteps("destinationAclOut", [back.destinationAcl.finding]) : [];
}
