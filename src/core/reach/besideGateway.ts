import { type Finding, passes, unknown } from "./finding";
import type { Trace } from "./hop";
import { isRead } from "./read";
import type { Snapshot } from "./snapshot";

type Ended = Pick<Trace, "crossed" | "end">;

/**
 * Between a transit gateway's attachment and an interface in the same subnet no network ACL is evaluated.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
export function unlessBesideGateway(
  snapshot: Snapshot,
  trace: Ended,
  subnetId: string,
  judge: () => Finding,
): Finding {
  const isBeside = isHandedOutIn(snapshot, trace, subnetId);
  if (isBeside === true) {
    return passes(
      subnetId,
      `The transit gateway hands it out in ${subnetId} itself, where no network ACL is met.`,
    );
  }
  const finding = judge();
  return isBeside === false || finding.verdict === "passes"
    ? finding
    : unknown(
        finding.resource,
        `${finding.text} It is not met where a transit gateway comes in by ${subnetId}.`,
      );
}

/** Whether a transit gateway hands a packet out in a subnet; `undefined` where it may, and may not. */
function isHandedOutIn(snapshot: Snapshot, { crossed, end }: Ended, subnetId: string): boolean | undefined {
  const last = crossed.at(-1);
  if (last?.by === "transitGateway" && last.arrivesBy.includes(subnetId)) {
    return last.arrivesBy.length === 1 ? true : undefined;
  }
  const isLost = end.at === "unknown" || end.at === "outside";
  return isLost && mayBeAttached(snapshot, subnetId) ? undefined : false;
}

/** Whether a transit gateway is attached by a subnet, or may be: there is one, and its attachments were not read. */
function mayBeAttached(snapshot: Snapshot, subnetId: string): boolean {
  const { TransitGatewayVpcAttachments, RouteTables = [], TransitGatewayAttachments = [] } = snapshot;
  const isThere =
    TransitGatewayAttachments.length > 0 ||
    RouteTables.some(({ Routes }) => Routes?.some(({ TransitGatewayId }) => TransitGatewayId !== undefined));
  return isRead(snapshot, "TransitGatewayVpcAttachments")
    ? (TransitGatewayVpcAttachments ?? []).some(({ SubnetIds }) => SubnetIds?.includes(subnetId))
    : isThere;
}
