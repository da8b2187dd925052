import { asSteps, type Step } from "./explanation";
import { type Finding, passes, unknown } from "./finding";
import type { Trace } from "./hop";
import { judgeAcl } from "./networkAcl";
import { onePort } from "./portSet";
import type { WayThere } from "./wayThere";

/** What the network ACL of the cache's subnet lets in. */
export function destinationAclIn(there: WayThere): readonly Step[] {
  const { snapshot, destination, isOneSubnet, seenAs, port } = there;
  if (destination === undefined || isOneSubnet || seenAs === undefined) {
    return [];
  }
  const { subnetId, vpcId } = destination;
  const ports = onePort(port);
  const question = { subnetId, vpcId, egress: false, peer: seenAs, ports, open: ports };
  const judge = () => judgeAcl(snapshot, question).finding;
  return asSteps("destinationAclIn", [unlessFromGateway(subnetId, arrivesBy(there.trace), judge)]);
}

/** The subnets by which a transit gateway brings it in, where one does. */
export function arrivesBy({ crossed }: Pick<Trace, "crossed">): readonly string[] {
  const last = crossed.at(-1);
  return last?.by === "transitGateway" ? last.arrivesBy : [];
}

/**
 * Between a transit gateway's attachment and an interface in the same subnet no network ACL is evaluated.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
export function unlessFromGateway(
  subnetId: string,
  gatewaySubnets: readonly string[],
  judge: () => Finding,
): Finding {
  if (!gatewaySubnets.includes(subnetId)) {
    return judge();
  }
  if (gatewaySubnets.length === 1) {
    return passes(
      subnetId,
      `The transit gateway hands it out in ${subnetId} itself, where no network ACL is met.`,
    );
  }
  const finding = judge();
  return finding.verdict === "passes"
    ? finding
    : unknown(
        finding.resource,
        `${finding.text} It is not met where the transit gateway comes in by ${subnetId}.`,
      );
}
