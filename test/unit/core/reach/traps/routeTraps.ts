import { app, ask, cacheFar, cacheNear, edit, near, peered, route, table } from "./network";
import { pages, type Trap } from "./trap";

const pcx = { VpcPeeringConnectionId: "pcx-1" };
const lists = (...blocks: readonly (readonly [id: string, cidr: string])[]) => ({
  ManagedPrefixLists: blocks.map(([PrefixListId]) => ({ PrefixListId, AddressFamily: "IPv4" })),
  ManagedPrefixListEntries: blocks.map(([PrefixListId, Cidr]) => ({ PrefixListId, Entries: [{ Cidr }] })),
});

/** The peered network with the application's way there in other words. */
function routed(...routes: Parameters<typeof table>[2]) {
  return edit(peered(), "RouteTables", "rtb-app", { Routes: routes });
}

export const routeTraps: readonly Trap[] = [
  {
    title: "3. the longest prefix wins, be it a blackhole",
    source: pages.routePriority,
    net: route(peered(), "rtb-app", { DestinationCidrBlock: "10.2.1.0/24", State: "blackhole", ...pcx }),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["sourceRoute", "rtb-app", "BAD_STATE_ROUTE"],
  },
  {
    title: "3. a propagated route that is longer beats a static one",
    source: pages.routePriority,
    net: routed(
      { DestinationCidrBlock: "10.2.1.0/24", GatewayId: "igw-1", Origin: "EnableVgwRoutePropagation" },
      { DestinationCidrBlock: "10.2.0.0/16", ...pcx },
    ),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["sourceRoute", "rtb-app", "MORE_SPECIFIC_ROUTE"],
  },
  {
    title: "3. of the same prefix the static route beats the propagated one",
    source: pages.routePriority,
    net: routed(
      { DestinationCidrBlock: "10.2.0.0/16", GatewayId: "vgw-1", Origin: "EnableVgwRoutePropagation" },
      { DestinationCidrBlock: "10.2.0.0/16", Origin: "CreateRoute", ...pcx },
    ),
    question: ask(cacheFar),
    verdict: "reachable",
    decides: ["peering", "pcx-1"],
  },
  {
    title: "3. the static route beats the propagated one where the propagated one is the right one",
    source: pages.routePriority,
    net: routed(
      { DestinationCidrBlock: "10.2.0.0/16", Origin: "EnableVgwRoutePropagation", ...pcx },
      { DestinationCidrBlock: "10.2.0.0/16", GatewayId: "igw-1" },
    ),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["sourceRoute", "rtb-app", "HIGHER_PRIORITY_ROUTE"],
  },
  {
    title: "3. what is propagated never takes what is local, not even where it is longer",
    source: pages.vpnPriority,
    net: route(near(), "rtb-app", {
      DestinationCidrBlock: "10.1.2.0/24",
      GatewayId: "vgw-1",
      Origin: "EnableVgwRoutePropagation",
    }),
    question: ask(cacheNear),
    verdict: "reachable",
    decides: ["sourceRoute", "rtb-app"],
  },
  {
    title: "3. a prefix list's route is taken by the entry that holds the address",
    source: pages.routePriority,
    net: { ...routed({ DestinationPrefixListId: "pl-1", ...pcx }), ...lists(["pl-1", "10.2.0.0/16"]) },
    question: ask(cacheFar),
    verdict: "reachable",
    decides: ["peering", "pcx-1"],
  },
  {
    title: "3. a prefix list's route beats a propagated one",
    source: pages.routePriority,
    net: {
      ...routed(
        { DestinationCidrBlock: "10.2.0.0/16", GatewayId: "igw-1", Origin: "EnableVgwRoutePropagation" },
        { DestinationPrefixListId: "pl-1", ...pcx },
      ),
      ...lists(["pl-1", "10.2.0.0/16"]),
    },
    question: ask(cacheFar),
    verdict: "reachable",
    decides: ["peering", "pcx-1"],
  },
  {
    title: "3. of two prefix lists that overlap AWS picks one, so it is not known",
    source: pages.routePriority,
    net: {
      ...routed(
        { DestinationPrefixListId: "pl-1", ...pcx },
        { DestinationPrefixListId: "pl-2", GatewayId: "igw-1" },
      ),
      ...lists(["pl-1", "10.2.1.0/24"], ["pl-2", "10.2.0.0/16"]),
    },
    question: ask(cacheFar),
    verdict: "unknown",
    decides: ["sourceRoute", "rtb-app"],
    says: /igw-1|pcx-1/,
  },
  {
    title: "3. a prefix list whose entries are not known is never passed over for the next best route",
    source: pages.routePriority,
    net: route(peered(), "rtb-app", { DestinationPrefixListId: "pl-9", GatewayId: "vgw-1" }),
    question: ask(cacheFar),
    verdict: "unknown",
    decides: ["sourceRoute", "rtb-app", "UNKNOWN_RESOURCE"],
    action: "ec2:GetManagedPrefixListEntries",
  },
  {
    title: "3. a prefix list whose entries are not known may lead the same way, and be a blackhole",
    source: pages.routePriority,
    net: route(peered(), "rtb-app", { DestinationPrefixListId: "pl-9", State: "blackhole", ...pcx }),
    question: ask(cacheFar),
    verdict: "unknown",
    decides: ["sourceRoute", "rtb-app", "UNKNOWN_RESOURCE"],
  },
  {
    title: "3. a gateway endpoint's list holds public addresses, so it need not be known",
    source: pages.prefixLists,
    net: route(peered(), "rtb-app", { DestinationPrefixListId: "pl-s3", GatewayId: "vpce-1" }),
    question: ask(cacheFar),
    verdict: "reachable",
  },
  {
    title: "9. a prefix list has one family: one of IPv6 holds nothing of IPv4",
    source: pages.prefixLists,
    net: {
      ...route(peered(), "rtb-app", { DestinationPrefixListId: "pl-6", GatewayId: "vgw-1" }),
      ManagedPrefixLists: [{ PrefixListId: "pl-6", AddressFamily: "IPv6" }],
    },
    question: ask(cacheFar),
    verdict: "reachable",
  },
  {
    title: "3. a route in a state that nobody explains is not known",
    source: pages.routePriority,
    net: route(peered(), "rtb-app", { DestinationCidrBlock: "10.2.1.0/24", State: "filtered", ...pcx }),
    question: ask(cacheFar),
    verdict: "unknown",
    decides: ["sourceRoute", "rtb-app", "BAD_STATE_ROUTE"],
  },
  {
    title: "3. a subnet with a table of its own has nothing of the main one",
    source: pages.subnetRouteTables,
    net: {
      ...peered(),
      RouteTables: [...(peered().RouteTables ?? []), table("own", "app", [], { SubnetId: "subnet-app" })],
    },
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["sourceRoute", "rtb-own", "NO_ROUTE_TO_DESTINATION"],
  },
  {
    title: "3. an association that has ended counts no more",
    source: pages.subnetRouteTables,
    net: {
      ...peered(),
      RouteTables: [
        table("old", "app", [], { SubnetId: "subnet-app", AssociationState: { State: "disassociated" } }),
        ...(peered().RouteTables ?? []),
      ],
    },
    question: ask(cacheFar),
    verdict: "reachable",
    decides: ["sourceRoute", "rtb-app"],
  },
  {
    title: "3. a VPC's second block is local in every table, shown or not",
    source: pages.subnetRouteTables,
    net: {
      ...edit(
        edit(near(), "NetworkInterfaces", "eni-cache", { PrivateIpAddress: "10.7.2.20" }),
        "Subnets",
        "subnet-cache",
        {
          CidrBlock: "10.7.2.0/24",
        },
      ),
      Vpcs: [
        {
          VpcId: "vpc-app",
          CidrBlock: "10.1.0.0/16",
          CidrBlockAssociationSet: [
            { CidrBlock: "10.1.0.0/16", CidrBlockState: { State: "associated" } },
            { CidrBlock: "10.7.0.0/16", CidrBlockState: { State: "associated" } },
          ],
        },
      ],
    },
    question: ask("10.7.2.20"),
    verdict: "reachable",
    decides: ["sourceRoute", "rtb-app"],
  },
  {
    title: "3. a block that was taken away is local no more",
    source: pages.subnetRouteTables,
    net: {
      ...near(),
      Vpcs: [
        {
          VpcId: "vpc-app",
          CidrBlockAssociationSet: [{ CidrBlock: "10.7.0.0/16", CidrBlockState: { State: "disassociated" } }],
        },
      ],
    },
    question: ask("10.7.2.20"),
    verdict: "blocked",
    decides: ["sourceRoute", "rtb-app", "NO_ROUTE_TO_DESTINATION"],
  },
  {
    title: "3. a route that leads the right way for other addresses only",
    source: pages.codes,
    net: routed({ DestinationCidrBlock: "10.2.7.0/24", ...pcx }),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["sourceRoute", "rtb-app", "CANNOT_ROUTE"],
    says: /only 10\.2\.7\.0\/24/,
  },
  {
    title: "5. in the VPC's block but in no subnet is 'no such subnet', not 'no route'",
    source: pages.subnetRouteTables,
    net: near(),
    question: ask("10.1.200.1"),
    verdict: "blocked",
    decides: ["sourceRoute", "rtb-app", "NO_SOURCE_OR_DESTINATION"],
    says: /no subnet/,
  },
  {
    title: "5. in a subnet, and nobody has it: 'no such address'",
    source: pages.subnetRouteTables,
    net: near(),
    question: ask("10.1.2.99"),
    verdict: "blocked",
    decides: ["sourceRoute", "rtb-app", "NO_SOURCE_OR_DESTINATION"],
    says: /in subnet-cache.*no interface has it/,
  },
  {
    title: "5. where two VPCs have one block the local route wins",
    source: pages.peering,
    net: edit(peered(), "NetworkInterfaces", "eni-cache", { PrivateIpAddress: "10.1.44.20" }),
    question: ask("10.1.44.20"),
    verdict: "blocked",
    decides: ["sourceRoute", "rtb-app", "VPC_LOCAL_ROUTE_CIDR_RESTRICTION"],
    says: /vpc-cache/,
  },
  {
    title: "the way back needs a route as well",
    source: pages.peering,
    net: edit(peered(), "RouteTables", "rtb-cache", { Routes: [] }),
    question: ask(cacheFar),
    verdict: "blocked",
    decides: ["returnRoute", "rtb-cache", "NO_ROUTE_TO_DESTINATION"],
    says: new RegExp(app.replaceAll(".", "\\.")),
  },
];
