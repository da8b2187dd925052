import { partitionOf } from "../core/regions";
import type { Environment } from "../profiles/environment";
import { partitionOfProfile } from "../profiles/partitionOfProfile";
import type { Profile, SharedConfig } from "../profiles/profile";

// The region that is enabled in every account of its partition.
const firstRegions: Readonly<Record<string, string>> = {
  aws: "us-east-1",
  "aws-cn": "cn-north-1",
  "aws-us-gov": "us-gov-west-1",
  "aws-iso": "us-iso-east-1",
  "aws-iso-b": "us-isob-east-1",
  "aws-iso-e": "eu-isoe-west-1",
  "aws-iso-f": "us-isof-south-1",
  "aws-eusc": "eusc-de-east-1",
};

/** A region of the same partition that no account has to enable first. */
export function alwaysEnabledRegion(region: string): string {
  return firstRegions[partitionOf(region).partition] ?? "us-east-1";
}

/**
 * The region that a profile's requests for credentials go to: its own, else the environment's, else the first of its
 * partition. `AWS_REGION` never comes before what a profile says itself, and counts only in the profile's partition.
 */
export function homeRegion(profile: Profile, config: SharedConfig, environment: Environment): string {
  const partition = partitionOfProfile(profile, config)?.partition;
  const variables = profile.origin === "sandbox" ? {} : environment;
  const around = variables["AWS_REGION"] || variables["AWS_DEFAULT_REGION"] || undefined;
  const counts =
    around !== undefined && (partition ?? partitionOf(around).partition) === partitionOf(around).partition;
  return profile.region ?? (counts ? around : (firstRegions[partition ?? "aws"] ?? "us-east-1"));
}
