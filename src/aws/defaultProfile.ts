import type { Environment } from "./api";

/** The profile that the AWS CLI uses where none is named, in botocore's order. It need not exist. */
export function defaultProfileName(environment: Environment): string {
  return environment["AWS_DEFAULT_PROFILE"] ?? environment["AWS_PROFILE"] ?? "default";
}
