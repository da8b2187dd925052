import { asSteps, type Step } from "./explanation";
import type { WayThere } from "./wayThere";

/** What the network ACL of the source's subnet lets out. */
export function sourceAclOut({ sourceAcl }: WayThere): readonly Step[] {
  return sourceAcl ? asSteps("sourceAclOut", [sourceAcl.finding]) : [];
}
