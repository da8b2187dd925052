import type { FailureKind } from "../../core/failures/failures";

/**
 * The kind of failure of each code that these operations answer with: the service models' errors, and the
 * common errors of ElastiCache, EC2 and STS.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/CommonErrors.html
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
const kinds: Readonly<Record<string, FailureKind>> = {
  AuthorizationAlreadyExists: "alreadyAuthorized",
  "InvalidPermission.Duplicate": "alreadyAuthorized",

  CacheSecurityGroupNotFound: "notFound",
  AuthorizationNotFound: "notFound",
  "InvalidGroup.NotFound": "notFound",
  "InvalidGroupId.Malformed": "invalidParameter",
  "InvalidPermission.NotFound": "notFound",
  "InvalidSecurityGroupID.NotFound": "notFound",
  "InvalidSecurityGroupRuleId.NotFound": "notFound",
  "InvalidPrefixListID.NotFound": "notFound",
  "InvalidVpcID.NotFound": "notFound",
  CacheClusterNotFound: "notFound",
  ReplicationGroupNotFoundFault: "notFound",
  ServerlessCacheNotFoundFault: "notFound",

  InvalidCacheSecurityGroupState: "invalidState",
  DependencyViolation: "invalidState",
  IncorrectState: "invalidState",
  InvalidCacheClusterState: "invalidState",
  InvalidReplicationGroupState: "invalidState",
  InvalidServerlessCacheStateFault: "invalidState",

  InvalidParameterValue: "invalidParameter",
  InvalidParameterCombination: "invalidParameter",
  InvalidParameter: "invalidParameter",
  InvalidQueryParameter: "invalidParameter",
  MissingParameter: "invalidParameter",
  MalformedQueryString: "invalidParameter",
  ValidationError: "invalidParameter",

  CacheSecurityGroupAlreadyExists: "alreadyExists",
  "QuotaExceeded.CacheSecurityGroup": "quota",
  CacheSecurityGroupQuotaExceeded: "quota",
  RulesPerSecurityGroupLimitExceeded: "quota",
  SecurityGroupsPerInterfaceLimitExceeded: "quota",
  TagLimitExceeded: "quota",
  TagQuotaPerResourceExceeded: "quota",

  OptInRequired: "regionDisabled",

  AccessDenied: "accessDenied",
  AccessDeniedException: "accessDenied",
  UnauthorizedOperation: "accessDenied",
  NotAuthorized: "accessDenied",
  // IAM Identity Center's portal, of a role that is not assigned
  ForbiddenException: "accessDenied",
  ResourceNotFoundException: "accessDenied",

  ExpiredToken: "credentials",
  ExpiredTokenException: "credentials",
  TokenRefreshRequired: "credentials",
  RequestExpired: "credentials",
  RequestTimeTooSkewed: "credentials",
  RequestInTheFuture: "credentials",
  InvalidClientTokenId: "credentials",
  UnrecognizedClientException: "credentials",
  InvalidAccessKeyId: "credentials",
  AuthFailure: "credentials",
  SignatureDoesNotMatch: "credentials",
  InvalidSignatureException: "credentials",
  IncompleteSignature: "credentials",
  MissingAuthenticationToken: "credentials",
  InvalidIdentityToken: "credentials",
  IDPRejectedClaim: "credentials",
  IDPCommunicationError: "credentials",
  // IAM Identity Center's portal, of a sign-in that has ended
  UnauthorizedException: "credentials",

  Throttling: "throttled",
  ThrottlingException: "throttled",
  ThrottledException: "throttled",
  RequestThrottled: "throttled",
  RequestLimitExceeded: "throttled",
  TooManyRequestsException: "throttled",
  BandwidthLimitExceeded: "throttled",
  ...{ ServiceUnavailable: "throttled", ServiceUnavailableException: "throttled", Unavailable: "throttled" },
  ...{ InternalFailure: "throttled", InternalError: "throttled", InternalServiceError: "throttled" },
  ...{ InternalServerError: "throttled", InternalServerException: "throttled" },
  ...{ InternalServiceException: "throttled", ServiceFailure: "throttled" },
};

/** Codes that mean something else where EventBridge Scheduler says them. */
const schedulerKinds: Readonly<Record<string, FailureKind>> = {
  ConflictException: "invalidState",
  ResourceNotFoundException: "notFound",
  ServiceQuotaExceededException: "quota",
  ValidationException: "invalidParameter",
};

/** The catalogue's kind for a service's error code. */
export function kindOfCode(code: string, service?: string): FailureKind {
  const own = service === "scheduler" && Object.hasOwn(schedulerKinds, code) && schedulerKinds[code];
  if (own) {
    return own;
  }
  return Object.hasOwn(kinds, code) ? (kinds[code] ?? "unexpected") : "unexpected";
}

/** What became of a service that could not do it now: the catalogue has one kind for what passes by itself. */
export function serviceTrouble(code: string): "unavailable" | "failed" | "busy" {
  return /unavailable/i.test(code)
    ? "unavailable"
    : /^(?:Internal|ServiceFailure)/.test(code)
      ? "failed"
      : "busy";
}

/**
 * Whether an answer says that the request was not carried out: the service's own no, and throttling whatever its
 * status. A service that failed, or was not there for the moment, may have done it.
 */
export function isRefusal(code: string, status: number): boolean {
  return status < 500 || (kindOfCode(code) === "throttled" && serviceTrouble(code) === "busy");
}

/** Codes that say that the keys were good and are no more. */
export function meansExpired(code: string, text: string): boolean {
  return (
    code === "ExpiredToken" ||
    code === "ExpiredTokenException" ||
    code === "TokenRefreshRequired" ||
    // EC2 says RequestExpired for an expired token and for a request whose time is too far off.
    (code === "RequestExpired" && /token|session|credentials/i.test(text))
  );
}

/** Codes that a region which the account has not enabled answers good credentials with. */
export function mayMeanRegionDisabled(code: string): boolean {
  return ["InvalidClientTokenId", "UnrecognizedClientException", "AuthFailure", "OptInRequired"].includes(
    code,
  );
}
