import { asSteps, type Step } from "./explanation";
import { passes, unknown } from "./finding";
import { judgeGroups } from "./judgeGroups";
import { groupIdsOf, isNatGateway } from "./networkInterface";
import { onePort } from "./portSet";
import { referencesOver } from "./references";
import { trackingNotices } from "./tracking";
import type { WayThere } from "./wayThere";

/** What the source's own groups let out. Replies are not asked about: groups are stateful. */
export function sourceEgress({ snapshot, source, destination, trace, to, port }: WayThere): readonly Step[] {
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
    groupIds: destination ? groupIdsOf(destination.interface) : undefined,
    references: referencesOver(trace, "egress"),
  };
  const finding = judgeGroups(snapshot, groupIds, true, peer, onePort(port));
  return asSteps("sourceEgress", [finding, ...trackingNotices(own)]);
}
