import data from "./regions.json";

/** An AWS partition: regions that share credentials, an ARN prefix and a DNS suffix. */
export interface Partition {
  readonly partition: string;
  readonly dnsSuffix: string;
  /** Region code to long name, for the regions where ElastiCache has an endpoint. */
  readonly regions: Readonly<Record<string, string | undefined>>;
}

export const partitions: readonly Partition[] = data.partitions;

/** `US West (Oregon)` for `us-west-2`; `undefined` for a region that is not in the list, which may be newer than it. */
export function regionLongName(region: string): string | undefined {
  return partitions.find((each) => Object.hasOwn(each.regions, region))?.regions[region];
}

/** The partition of an ARN's second word: `aws-cn`. */
export function partitionNamed(name: string): Partition | undefined {
  return partitions.find((each) => each.partition === name);
}

// A region newer than the list still tells its partition by its prefix, the longest first.
const prefixes: readonly (readonly [string, string])[] = [
  ["us-gov-", "aws-us-gov"],
  ["us-isob-", "aws-iso-b"],
  ["us-isof-", "aws-iso-f"],
  ["eu-isoe-", "aws-iso-e"],
  ["us-iso-", "aws-iso"],
  ["eusc-", "aws-eusc"],
  ["cn-", "aws-cn"],
];

/** The partition that a region belongs to; `aws` where nothing says otherwise. */
export function partitionOf(region: string): Partition {
  const listed = partitions.find((each) => Object.hasOwn(each.regions, region));
  if (listed) {
    return listed;
  }
  const name = prefixes.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "aws";
  const guessed = partitionNamed(name);
  if (!guessed) {
    throw new Error(`regions.json lacks the partition ${name}`);
  }
  return guessed;
}
