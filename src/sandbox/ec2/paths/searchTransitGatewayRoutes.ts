import { BlockList } from "node:net";
import { ApiError, invalidValue } from "../../apiError";
import type { Operation } from "../../service";
import { XmlList, type XmlObject } from "../../xml";
import type { Attachment, GatewayRoute } from "./model";

/**
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SearchTransitGatewayRoutes.html
 * A filter is required. `route-search.longest-prefix-match` takes an address or a block.
 */
export const searchTransitGatewayRoutes: Operation = ({ params, state }) => {
  const { attachments, gatewayRoutes } = state.ec2.paths;
  const tableId = params.required("TransitGatewayRouteTableId");
  if (!attachments.some((each) => each.tableId === tableId)) {
    throw new ApiError(
      "InvalidRouteTableID.NotFound",
      `Transit Gateway Route Table ${tableId} was deleted or does not exist.`,
    );
  }
  const filters = params.structures("Filter");
  if (filters.length === 0) {
    throw new ApiError("MissingParameter", "The request must contain the parameter Filters");
  }
  const ownRoutes = gatewayRoutes.filter((route) => route.tableId === tableId);
  const found = filters.reduce<readonly GatewayRoute[]>(
    (routes, filter) => routes.filter(matcher(filter.get("Name") ?? "", filter.list("Value"), routes)),
    ownRoutes,
  );
  return {
    routeSet: new XmlList(
      "item",
      found.map((route) => routeXml(route, attachments)),
    ),
    additionalRoutesAvailable: false,
  };
};

function matcher(name: string, values: readonly string[], routes: readonly GatewayRoute[]) {
  const stateOf = (route: GatewayRoute) => (route.attachmentId === undefined ? "blackhole" : "active");
  switch (name) {
    case "state":
      return (route: GatewayRoute) => values.includes(stateOf(route));
    case "type":
      return (route: GatewayRoute) => values.includes(route.type);
    case "route-search.exact-match":
      return (route: GatewayRoute) => values.includes(route.destination);
    case "route-search.longest-prefix-match": {
      const longest = values.flatMap((value) => {
        const [address = ""] = value.split("/");
        const holding = routes.filter(({ destination }) => holds(destination, address));
        const most = Math.max(...holding.map(prefixOf));
        return holding.filter((route) => prefixOf(route) === most);
      });
      return (route: GatewayRoute) => longest.includes(route);
    }
    default:
      throw invalidValue(`The filter '${name}' is invalid`);
  }
}

function holds(block: string, address: string): boolean {
  const [network = "", prefix = "0"] = block.split("/");
  const family = network.includes(":") ? "ipv6" : "ipv4";
  const list = new BlockList();
  list.addSubnet(network, Number(prefix), family);
  return (address.includes(":") ? "ipv6" : "ipv4") === family && list.check(address, family);
}

function prefixOf({ destination }: GatewayRoute): number {
  return Number(destination.split("/")[1]);
}

function routeXml(
  { destination, type, attachmentId }: GatewayRoute,
  attachments: readonly Attachment[],
): XmlObject {
  const attachment = attachments.find(({ id }) => id === attachmentId);
  return {
    destinationCidrBlock: destination,
    transitGatewayAttachments: new XmlList(
      "item",
      attachment === undefined
        ? []
        : [
            {
              resourceId: attachment.vpcId,
              transitGatewayAttachmentId: attachment.id,
              resourceType: "vpc",
            },
          ],
    ),
    type,
    state: attachmentId === undefined ? "blackhole" : "active",
  };
}
