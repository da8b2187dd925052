import { aclTraps } from "./aclTraps";
import { afterNetworkTraps } from "./afterNetworkTraps";
import { edgeTraps } from "./edgeTraps";
import { gatewayTraps } from "./gatewayTraps";
import { inspectionTraps } from "./inspectionTraps";
import { ipv6Traps } from "./ipv6Traps";
import { peeringTraps } from "./peeringTraps";
import { routeTraps } from "./routeTraps";
import { sourceTraps } from "./sourceTraps";
import { transitTraps } from "./transitTraps";
import type { Trap } from "./trap";

/** All traps, by what they are about. */
export const trapsBySubject: Readonly<Record<string, readonly Trap[]>> = {
  source: sourceTraps,
  acl: aclTraps,
  route: routeTraps,
  peering: peeringTraps,
  transit: transitTraps,
  inspection: inspectionTraps,
  gateway: gatewayTraps,
  ipv6: ipv6Traps,
  afterNetwork: afterNetworkTraps,
  edge: edgeTraps,
};
