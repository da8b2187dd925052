import type { ServiceError } from "./serviceError";

// The only place that looks into the words of a service's error.

/**
 * "Use of cache security groups is not permitted in this API version for your account." The code alone,
 * InvalidParameterValue, is also that of a value that is wrong.
 */
export function isClassicRetired({ code, text }: ServiceError): boolean {
  return code === "InvalidParameterValue" && /not permitted in this API version/i.test(text);
}

const fields = [
  "EC2SecurityGroupOwnerId",
  "EC2SecurityGroupName",
  "CacheSecurityGroupName",
  "Description",
  "MaxRecords",
  "Marker",
] as const;

/** The request parameter that a message names, in the API's spelling. */
export function fieldAtFault(text: string): string | undefined {
  const squeezed = text.replace(/[\s_-]/g, "").toLowerCase();
  const named = fields.find((field) => squeezed.includes(field.toLowerCase()));
  if (named) {
    return named;
  }
  return /owner ?id|account (?:number|id)/i.test(text) ? "EC2SecurityGroupOwnerId" : undefined;
}

/**
 * "User: arn:… is not authorized to perform: elasticache:Describe… because no identity-based policy allows…" The
 * action goes into a policy to copy: it has to be one of the service that was asked, and one alone.
 */
export function deniedAction(
  text: string,
  service: string,
): { readonly action?: string; readonly explicit: boolean } {
  const named = /not authorized to perform:? ([a-z0-9-]{1,64}):([A-Za-z]{1,64})(?![\w*?:])/.exec(text);
  return {
    explicit: /explicit deny/i.test(text),
    // Who gives a role to EventBridge Scheduler needs IAM's permission for it besides.
    ...(named?.[1] === service || (service === "scheduler" && named?.[0].endsWith(" iam:PassRole"))
      ? { action: `${named?.[1]}:${named?.[2]}` }
      : {}),
  };
}

/** Which limit was reached, and what it is unless AWS has raised it. */
export function quotaText(code: string, region: string): string {
  switch (code) {
    case "RulesPerSecurityGroupLimitExceeded":
      return "The security group would have more rules than it may have: 60 inbound ones for IPv4 and 60 for IPv6, unless AWS has raised it";
    case "SecurityGroupsPerInterfaceLimitExceeded":
      return "The cache has as many security groups as it may have: 5, unless AWS has raised it";
    case "TagLimitExceeded":
      return "The rule would have more than the 50 tags it may have";
    case "TagQuotaPerResourceExceeded":
      return "The cache security group would have more than the 50 tags it may have";
    default:
      return `${region} holds as many cache security groups as the account may have: 50, unless AWS has raised it`;
  }
}

/** Whether the clock of this computer is what a signature was refused for. */
export function isClockSkew({ code, text }: ServiceError): boolean {
  return (
    code === "RequestTimeTooSkewed" ||
    code === "RequestInTheFuture" ||
    /signature (?:expired|not yet current)|request has expired/i.test(text)
  );
}
