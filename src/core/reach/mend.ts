import type { Address } from "./address";
import type { PortSet } from "./portSet";
import type { NetworkAclEntry } from "./snapshotNetwork";

/** What would let the packet pass, in the words of the API that makes it. Nothing here changes anything. */
export type Mend =
  | ({
      readonly kind: "authorizeIngress" | "authorizeEgress";
      readonly securityGroupId: string;
      readonly ipProtocol: "tcp";
      readonly fromPort: number;
      readonly toPort: number;
    } & RuleBlock)
  | ({
      readonly kind: "createNetworkAclEntry";
      readonly networkAclId: string;
      readonly egress: boolean;
      /** Below the entry that denies. */
      readonly ruleNumber: number;
      readonly fromPort: number;
      readonly toPort: number;
    } & EntryBlock)
  | ({ readonly kind: "createRoute"; readonly routeTableId: string } & Destination & Via);

type RuleBlock = { readonly cidrIp: string } | { readonly cidrIpv6: string };
type EntryBlock = { readonly cidrBlock: string } | { readonly ipv6CidrBlock: string };
type Destination = { readonly destinationCidrBlock: string } | { readonly destinationIpv6CidrBlock: string };

type Via = { readonly [Over in RouteVia["over"]]?: string };

/** What a new route can lead over. */
export interface RouteVia {
  readonly over: "vpcPeeringConnectionId" | "transitGatewayId" | "gatewayId";
  readonly id: string;
  /** The whole block that it leads to. */
  readonly block?: string;
}

export function authorize(securityGroupId: string, egress: boolean, peer: Address, ports: PortSet): Mend {
  return {
    kind: egress ? "authorizeEgress" : "authorizeIngress",
    securityGroupId,
    ipProtocol: "tcp",
    ...bounds(ports),
    ...(peer.family === 4 ? { cidrIp: peer.text } : { cidrIpv6: peer.text }),
  };
}

/** `undefined` where no number is left below the entry that denies. */
export function allowInAcl(
  networkAclId: string,
  entries: readonly NetworkAclEntry[],
  egress: boolean,
  peer: Address,
  ports: PortSet,
  deniedBy: number,
): Mend | undefined {
  const taken = new Set(entries.filter((each) => each.Egress === egress).map((each) => each.RuleNumber));
  const ruleNumber = freeBelow(taken, deniedBy);
  return ruleNumber === undefined
    ? undefined
    : {
        kind: "createNetworkAclEntry",
        networkAclId,
        egress,
        ruleNumber,
        ...bounds(ports),
        ...(peer.family === 4 ? { cidrBlock: peer.text } : { ipv6CidrBlock: peer.text }),
      };
}

/** A route for the block that an address is part of, or for it alone. What it leads over may be left to choose. */
export function addRoute(routeTableId: string, to: Address, via: RouteVia | undefined): Mend {
  const block = via?.block ?? to.text;
  return {
    kind: "createRoute",
    routeTableId,
    ...(to.family === 4 ? { destinationCidrBlock: block } : { destinationIpv6CidrBlock: block }),
    ...(via ? { [via.over]: via.id } : {}),
  };
}

function bounds(ports: PortSet): { readonly fromPort: number; readonly toPort: number } {
  return { fromPort: ports[0]?.from ?? 0, toPort: ports.at(-1)?.to ?? 65_535 };
}

/** AWS numbers its own entry `*` as 32767; people leave gaps of ten or a hundred. */
function freeBelow(taken: ReadonlySet<number | undefined>, limit: number): number | undefined {
  for (let number = Math.min(limit, 32_767) - 1; number > 0; number--) {
    if (!taken.has(number)) {
      return number;
    }
  }
  return undefined;
}
