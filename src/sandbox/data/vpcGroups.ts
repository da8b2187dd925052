import type { RuleContent, RuleSource } from "../ec2/rule";
import type { SecurityGroup } from "../ec2/securityGroup";
import type { RegionState } from "../regionState";
import { addDefaultGroup } from "./baseline";
import { addInstances } from "./instances";
import { addAgents } from "./managedNodes";
import { partner, partnerBatchJobs, partnerDeletedGroup, peering, shop, shopIpv6, vpcOf } from "./peering";
import { officeNetworks } from "./prefixLists";
import { allTraffic, cidr, prefixList, tcp } from "./ruleWords";
import { shopNetwork } from "./shopNetwork";

/** The security groups of the shop's caches. */
export interface ShopGroups {
  readonly analytics: SecurityGroup;
  readonly dualStack: SecurityGroup;
  readonly fragments: SecurityGroup;
  readonly open: SecurityGroup;
  readonly pages: SecurityGroup;
  readonly sessions: SecurityGroup;
  readonly shared: SecurityGroup;
  readonly storefront: SecurityGroup;
}

/** A VPC with machines in groups, and groups for caches with every kind of rule, sound and otherwise. */
export function shopGroups({ ec2 }: RegionState): ShopGroups {
  ec2.vpcs.set(shop.vpcId, vpcOf(shop, "shop", shopIpv6));
  ec2.peerings.push(peering);
  const office = officeNetworks(shop.ownerId, ec2.region);
  ec2.prefixLists.set(office.id, office);
  addDefaultGroup(ec2, shop.vpcId);

  const add = (name: string, description: string, rules?: () => readonly RuleContent[]) =>
    ec2.addVpcGroup(name, description, shop.vpcId, rules);
  const machines = (name: string, description: string, count: number, subnet: string): RuleSource => {
    const group = add(name, description);
    addInstances(ec2, shop.vpcId, group, count, subnet);
    return { kind: "group", groupId: group.id, ownerId: shop.ownerId };
  };
  const web = machines("web", "Web servers", 3, "10.20.1");
  const workers = machines("workers", "Background workers", 2, "10.20.2");
  const bastion = machines("bastion", "Way in for operators", 1, "10.20.3");
  const retired = machines("legacy-admin", "Old admin tool, no machine has it any more", 0, "10.20.4");
  shopNetwork(ec2);
  addAgents(ec2);
  const behindPeering = (groupId: string): RuleSource => ({
    kind: "group",
    groupId,
    ownerId: partner.ownerId,
    peering: { vpcId: partner.vpcId, connectionId: peering.id },
  });

  const shared = add("shared-cache", "Common to several caches", () => [
    tcp(6379, behindPeering(partnerBatchJobs), "Batch jobs of the partner"),
    tcp(6379, behindPeering(partnerDeletedGroup), "Importer of the partner"),
    tcp(6379, prefixList(office.id), "Offices"),
    tcp([6379, 6380], workers, "Background workers"),
  ]);
  tag(shared, {
    "aws:cloudformation:stack-name": "shop-production",
    "aws:cloudformation:logical-id": "SharedCacheSecurityGroup",
  });
  const pages = add("page-cache", "Rendered pages", () => [
    tcp(11_311, web, "Web servers"),
    tcp(11_211, workers, "The usual port, which this cache does not use"),
  ]);
  tag(pages, { "managed-by": "terraform" });

  return {
    shared,
    pages,
    sessions: add("sessions-cache", "Session store", () => [
      tcp(6379, web, "Web servers"),
      tcp(6379, retired, "Old admin tool"),
      tcp(22, bastion, "Left over"),
    ]),
    analytics: add("analytics-cache", "Counters and rankings", () => [
      allTraffic(bastion, "Operators"),
      tcp(6379, cidr(partner.cidrIpv4), "The whole network of the partner"),
    ]),
    open: add("open-cache", "Opened for a test, and left open", () => [
      tcp(6379, cidr("0.0.0.0/0")),
      tcp(6379, cidr("::/0")),
    ]),
    dualStack: add("dual-stack-cache", "Reached over IPv4 and IPv6", () => [
      tcp(6379, cidr(shop.cidrIpv4), "The VPC"),
      tcp(6379, cidr(shopIpv6), "The VPC, IPv6"),
    ]),
    storefront: add("storefront-cache", "Serverless cache of the storefront", () => [
      tcp([6379, 6380], web, "Web servers"),
      tcp(6379, workers, "Background workers, which cannot use the reader port"),
    ]),
    fragments: add("fragments-cache", "Serverless Memcached", () => [
      tcp([11_211, 11_212], web, "Web servers"),
    ]),
  };
}

function tag(group: SecurityGroup, tags: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(tags)) {
    group.tags.set(key, value);
  }
}
