import { fixedId } from "../ec2/ids";
import type { PrefixList } from "../ec2/network";

/** The lists that AWS keeps in every region, with addresses that are set aside for documentation. */
export function awsPrefixLists(region: string): PrefixList[] {
  return ["s3", "dynamodb"].map((service, index) => ({
    id: fixedId("pl", region, service),
    name: `com.amazonaws.${region}.${service}`,
    ownerId: "AWS",
    addressFamily: "IPv4",
    maxEntries: 20,
    entries: [{ cidr: `198.51.100.${index * 128}/25` }],
  }));
}

/** A list that an account made itself. */
export function officeNetworks(ownerId: string, region: string): PrefixList {
  return {
    id: fixedId("pl", ownerId, region, "office-networks"),
    name: "office-networks",
    ownerId,
    addressFamily: "IPv4",
    maxEntries: 5,
    entries: [
      { cidr: "192.0.2.0/26", description: "Head office" },
      { cidr: "192.0.2.64/27", description: "Warehouse" },
    ],
  };
}
