import type { Address } from "./address";
import type { Finding } from "./finding";
import type { PortSet } from "./portSet";

/** A packet of the connection, on its way there or back. */
export interface Packet {
  readonly direction: "there" | "back";
  readonly from: Address;
  readonly to: Address;
  /** The ports that it may be for. */
  readonly ports: PortSet;
  /** Those of them that nothing on the way has denied. */
  readonly open: PortSet;
  /** The subnets of both ends, whose network ACLs are steps of their own. */
  readonly homes: readonly string[];
  /** The appliances that know the connection from the way there: they let its replies pass. */
  readonly tracking: readonly string[];
  /** The transit gateway's attachment that the connection came in by, which is the way home. */
  readonly homeAttachment?: string;
}

/** Where a packet is about to be routed. */
export type Place =
  | {
      readonly at: "subnet";
      readonly subnetId: string;
      readonly vpcId: string;
      /** The transit gateway's attachment that it came in by. */
      readonly attachmentId?: string;
    }
  | { readonly at: "gateway"; readonly gatewayId: string; readonly vpcId: string };

/** Which step a finding belongs to. */
export type Part = "route" | "peering" | "transitGateway" | "virtualPrivateGateway";

export type Crossing =
  | { readonly by: "peering"; readonly id: string; readonly sameRegion: boolean }
  | {
      readonly by: "transitGateway";
      readonly id: string;
      readonly support: Support;
      /** The subnets by which it hands packets to the VPC at the end. */
      readonly arrivesBy: readonly string[];
    }
  | { readonly by: "gatewayPeering"; readonly id: string }
  | { readonly by: "appliance"; readonly id: string }
  | {
      readonly by: "natGateway";
      readonly id: string;
      readonly subnetId: string;
      readonly vpcId: string;
      readonly address: Address;
    };

/** Whether a transit gateway and its attachments hand on whose a packet is. */
export type Support =
  | { readonly answer: "on" }
  | { readonly answer: "off"; readonly at: string }
  | { readonly answer: "unknown"; readonly action: string };

export type End =
  /** A VPC that hands it to whoever has the address; `by` brought it there. */
  | {
      readonly at: "vpc";
      readonly vpcId: string;
      readonly by: string;
      readonly part: Part;
      readonly block?: string;
    }
  /** Out of what AWS shows: by a virtual private gateway, or an attachment of a transit gateway. */
  | { readonly at: "outside"; readonly ids: readonly string[] }
  /** A finding blocks. */
  | { readonly at: "nowhere" }
  /** A finding is not known; `translated`: nor is the address that it goes on with. */
  | { readonly at: "unknown"; readonly translated?: true };

export interface Found {
  readonly part: Part;
  readonly finding: Finding;
}

/** What one router does with a packet. */
export interface Hop {
  readonly found: readonly Found[];
  readonly crossed?: readonly Crossing[];
  /** The packet as it goes on, where that changed. */
  readonly packet?: Packet;
  readonly next: Place | End | OneOf;
}

/** Several ways on, of which AWS takes one: by the subnets of an attachment, for one. */
export interface OneOf {
  readonly at: "oneOf";
  /** Who takes its pick. */
  readonly by: string;
  readonly part: Part;
  readonly hops: readonly Hop[];
}

/** The whole way of a packet. */
export interface Trace {
  readonly found: readonly Found[];
  readonly crossed: readonly Crossing[];
  readonly packet: Packet;
  readonly end: End;
}

export function stopsAt(part: Part, ...findings: readonly Finding[]): Hop {
  const last = findings.at(-1);
  return {
    found: findings.map((finding) => ({ part, finding })),
    next: { at: last?.verdict === "blocks" ? "nowhere" : "unknown" },
  };
}
