/** An EC2 instance that Systems Manager knows, and whose agent answers. */
export interface ManagedNode {
  readonly instanceId: string;
  /** What it calls itself: a host's name. */
  readonly computerName: string;
  /** As `3.3.987.0`; empty where it is not told. */
  readonly agentVersion: string;
}

/** The first agent that forwards a port to another host. */
const firstForwarding = [3, 1, 1374, 0];

/**
 * Whether its agent is old enough to know nothing of other hosts. One whose version is not told is taken for newer.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-sessions-start.html
 */
export function isTooOld({ agentVersion }: ManagedNode): boolean {
  const parts = agentVersion.split(".").map(Number);
  if (agentVersion === "" || parts.some(Number.isNaN)) {
    return false;
  }
  const at = firstForwarding.findIndex((part, index) => (parts[index] ?? 0) !== part);
  return at >= 0 && (parts[at] ?? 0) < (firstForwarding[at] ?? 0);
}
