import type { Finding } from "./finding";
import type { PortSet } from "./portSet";

/** What a filter does with a packet, a security group's rules or a network ACL. */
export interface Filtered {
  readonly finding: Finding;
  /** The ports that it, and everything before it, let through. */
  readonly open: PortSet;
}
