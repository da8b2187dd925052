import { type Finding, passes, unknown } from "./finding";
import type { Trace } from "./hop";
import { isRead } from "./read";
import type { Snapshot } from "./snapshot";

type Ended = Pick<Trace, "found" | "crossed" | "end">;

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
function isHandedOutIn(
  snapshot: Snapshot,
  { found, crossed, end }: Ended,
  subnetId: string,
): boolean | undefined {
  const last = crossed.at(-1);
  if (last?.by === "transitGateway" && last.arrivesBy.includes(subnetId)) {
    return last.arrivesBy.length === 1 ? true : undefined;
  }
  const attachments = snapshot.TransitGatewayVpcAttachments ?? [];
  const isAttached = attachments.some(({ SubnetIds }) => SubnetIds?.includes(subnetId));
  const isAtGateway =
    found.at(-1)?.part === "transitGateway" && !isRead(snapshot, "TransitGatewayVpcAttachments");
  const isLost = end.at === "unknown" || end.at === "outside";
  return isLost && (isAttached || isAtGateway) ? undefined : false;
}
