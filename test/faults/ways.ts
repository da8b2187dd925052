import assert from "node:assert/strict";
import type { PathEntry, PathReads } from "../../src/aws/api/paths";
import { pathReads } from "../../src/aws/paths";
import {
  type FilteredList,
  type PathInput,
  type PathList,
  pathRequests,
} from "../../src/core/requests/paths";
import type { ApiRequest } from "../../src/core/requests/request";
import type { CommandWorld } from "../support/commandWorld";
import { columnOf, type ReadOperation } from "./operation";
import { readRefusals, vpc } from "./reads";

type WayRequest = ApiRequest<string, PathInput>;

/** Every list that a way is read by: one without a column does not compile. */
const filtered: Readonly<Record<FilteredList, true>> = {
  NetworkInterfaces: true,
  Reservations: true,
  Subnets: true,
  Vpcs: true,
  RouteTables: true,
  NetworkAcls: true,
  SecurityGroups: true,
  SecurityGroupRules: true,
  VpcPeeringConnections: true,
  TransitGateways: true,
  TransitGatewayAttachments: true,
  TransitGatewayVpcAttachments: true,
  TransitGatewayPeeringAttachments: true,
  VpnGateways: true,
  VpnConnections: true,
  NatGateways: true,
  VpcEndpoints: true,
};

/** These come in one piece. */
const unpaged: ReadonlySet<FilteredList> = new Set(["VpnGateways", "VpnConnections"]);

export function filteredWays(): readonly ReadOperation[] {
  return (Object.keys(filtered) as FilteredList[]).map((list) => {
    const request = pathRequests.filtered(list, {});
    return way(list, request, async () => request, unpaged.has(list) ? "read" : "list");
  });
}

export function way<L extends PathList>(
  list: L,
  sample: WayRequest,
  request: (world: CommandWorld) => Promise<WayRequest>,
  kind: ReadOperation["kind"] = "list",
): ReadOperation {
  const { action } = sample;
  // The ids are the same in every sandbox: they are asked for once, before anything goes wrong.
  let known: Promise<WayRequest> | undefined;
  return {
    ...columnOf(sample),
    name: `${action} of a way`,
    kind,
    target: vpc,
    how: "Explain Reachability, Who Can Connect?",
    calls: ["readPath"],
    refusals: readRefusals,
    shownIn: "step",
    is: (params) => params.get("Action") === action,
    ask: async (world) => {
      const api = await world.services.aws();
      const reads: PathReads = { ...pathReads, ...api.pathReads };
      known ??= request(world);
      return api.readPath<PathEntry<L>>(vpc, reads[list], await known);
    },
  };
}

/** The entries of a list, whose ids another is asked with. */
export async function entriesOf<L extends PathList>(world: CommandWorld, list: L, request: WayRequest) {
  const api = await world.services.aws();
  const reads: PathReads = { ...pathReads, ...api.pathReads };
  const answer = await api.readPath<PathEntry<L>>(vpc, reads[list], request);
  return answer.ok ? answer.value : assert.fail(JSON.stringify(answer));
}
