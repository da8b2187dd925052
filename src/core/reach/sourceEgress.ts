import { asSteps, type Step } from "./explanation";
import { passes, unknown } from "./finding";
import { judgeGroups } from "./judgeGroups";
import { groupIdsOf, interfacesWith, isNatGateway } from "./networkInterface";
import { onePort } from "./portSet";
import { referencesOver } from "./references";
import { trackingNotices } from "./tracking";
import type { WayThere } from "./wayThere";

/** What the source's own groups let out. Replies are not asked about: groups are stateful. */
export function sourceEgress(there: WayThere): readonly Step[] {
  const { snapshot, source, trace, to, port } = there;
  if (source.is !== "interface") {
    return [];
  }
  const own = source.interface;
  const id = own.NetworkInterfaceId ?? "";
  const groupIds = groupIdsOf(own);
  if (groupIds.length === 0) {
    const finding = isNatGateway(own)
      ? passes(id, `${id} is a NAT gateway's, which has no security groups.`)
      : unknown(id, `${id} has no security groups, and what it lets out is not known.`, {
          code: "UNSUPPORTED_COMPONENT",
        });
    return asSteps("sourceEgress", [finding]);
  }
  const peer = {
    address: to,
    groupIds: groupsAt(there),
    references: referencesOver(trace, "egress"),
  };
  const ports = onePort(port);
  const { finding } = judgeGroups(snapshot, { groupIds, egress: true, peer, ports, open: ports });
  return asSteps("sourceEgress", [finding, ...trackingNotices(own)]);
}

/** An address that nobody has is in no group; of two that have it, whose groups count is not known. */
function groupsAt({ snapshot, destination, to }: WayThere): readonly string[] | undefined {
  if (destination) {
    return groupIdsOf(destination.interface);
  }
  return interfacesWith(snapshot.NetworkInterfaces ?? [], to).length === 0 ? [] : undefined;
}
