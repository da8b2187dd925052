import { type Finding, notice } from "./finding";
import type { NetworkInterface } from "./snapshotNetwork";

/** How long an idle connection is remembered unless somebody says otherwise; 350 s on Nitro v6 instances. */
const usual = 432_000;

/** "Worked, and hung after six minutes": a connection that is idle for too long is forgotten without a word. */
export function trackingNotices(own: NetworkInterface): readonly Finding[] {
  const seconds = own.ConnectionTrackingConfiguration?.TcpEstablishedTimeout;
  const id = own.NetworkInterfaceId ?? "";
  return seconds === undefined || seconds >= usual
    ? []
    : [
        notice(
          id,
          `${id} forgets a connection that is idle for ${seconds} seconds: keep-alives must come sooner.`,
        ),
      ];
}
