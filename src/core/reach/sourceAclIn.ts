import { unlessBesideGateway } from "./besideGateway";
import { asSteps, type Step } from "./explanation";
import { judgeAcl } from "./networkAcl";
import { ephemeralPorts } from "./portSet";
import type { WayBack } from "./wayBack";
import type { WayThere } from "./wayThere";

/** What the network ACL of the source's subnet lets in again, at the ports that clients connect from. */
export function sourceAclIn({ snapshot, source, to }: WayThere, back: WayBack | undefined): readonly Step[] {
  if (source.is !== "interface" || back === undefined) {
    return [];
  }
  const { subnetId, vpcId } = source;
  const { open } = back.trace.packet;
  const question = { subnetId, vpcId, egress: false, peer: to, ports: ephemeralPorts, open };
  const judge = () => judgeAcl(snapshot, question).finding;
  return asSteps("sourceAclIn", [unlessBesideGateway(snapshot, back.trace, subnetId, judge)]);
}
