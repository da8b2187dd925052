import { asSteps, type Step } from "./explanation";
import { unknown } from "./finding";
import { judgeGroups } from "./judgeGroups";
import { groupIdsOf, isVpcEndpoint } from "./networkInterface";
import { onePort } from "./portSet";
import { type References, referencesOver } from "./references";
import { trackingNotices } from "./tracking";
import type { WayThere } from "./wayThere";

/** What the cache's groups let in. */
export function cacheIngress(there: WayThere): readonly Step[] {
  const { snapshot, source, destination, seenAs, port } = there;
  if (destination === undefined || seenAs === undefined) {
    return [];
  }
  const own = destination.interface;
  const id = own.NetworkInterfaceId ?? "";
  const groupIds = groupIdsOf(own);
  if (groupIds.length === 0) {
    // A transit gateway's or a network load balancer's interface has none, and that is not "open".
    const finding = unknown(id, `${id} has no security groups, and what it lets in is not known.`, {
      code: "UNSUPPORTED_COMPONENT",
    });
    return asSteps("cacheIngress", [finding]);
  }
  const peer = { address: seenAs, groupIds: groupsOf(source), references: references(there) };
  const ports = onePort(port);
  const { finding } = judgeGroups(snapshot, { groupIds, egress: false, peer, ports, open: ports });
  return asSteps("cacheIngress", [finding, ...trackingNotices(own)]);
}

/** On premises nothing has a security group. */
function groupsOf(source: WayThere["source"]): readonly string[] | undefined {
  switch (source.is) {
    case "interface":
      return groupIdsOf(source.interface);
    case "outside":
      return [];
    case "hidden":
      return undefined;
  }
}

/** A serverless cache is a VPC endpoint, to which transit gateways hand on no group. */
function references({ trace, destination }: WayThere): References {
  const isOverGateway = trace.crossed.some(({ by }) => by === "transitGateway");
  return isOverGateway && destination && isVpcEndpoint(destination.interface)
    ? {
        carry: "no",
        code: "SG_REFERENCES_NOT_PRESERVED",
        why: "over a transit gateway no reference counts at a VPC endpoint, which a serverless cache is",
      }
    : referencesOver(trace, "ingress");
}
