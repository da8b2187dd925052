import { unlessBesideGateway } from "./besideGateway";
import { asSteps, type Step } from "./explanation";
import { judgeAcl } from "./networkAcl";
import { onePort } from "./portSet";
import type { WayThere } from "./wayThere";

/** What the network ACL of the cache's subnet lets in. */
export function destinationAclIn(there: WayThere): readonly Step[] {
  const { snapshot, destination, isOneSubnet, seenAs, port, trace } = there;
  if (destination === undefined || isOneSubnet || seenAs === undefined) {
    return [];
  }
  const { subnetId, vpcId } = destination;
  const ports = onePort(port);
  const question = { subnetId, vpcId, egress: false, peer: seenAs, ports, open: ports };
  const judge = () => judgeAcl(snapshot, question).finding;
  return asSteps("destinationAclIn", [unlessBesideGateway(snapshot, trace, subnetId, judge)]);
}
