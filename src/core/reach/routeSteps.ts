import { type Step, type StepKind, stepKinds } from "./explanation";
import type { Part } from "./hop";
import type { WayThere } from "./wayThere";

const kinds: Readonly<Record<Part, StepKind>> = {
  route: "sourceRoute",
  peering: "peering",
  transitGateway: "transitGateway",
  virtualPrivateGateway: "virtualPrivateGateway",
};

/**
 * What routes and gateways do on the way there. Behind a gateway, routes are part of what the gateway leads to:
 * steps keep to the order of their kinds.
 */
export function routeSteps({ trace }: WayThere): readonly Step[] {
  let reached: StepKind = "sourceRoute";
  return trace.found.map(({ part, finding }) => {
    const kind = kinds[part];
    reached = stepKinds.indexOf(kind) > stepKinds.indexOf(reached) ? kind : reached;
    return { kind: reached, ...finding };
  });
}
