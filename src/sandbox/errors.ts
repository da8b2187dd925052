/** What an error's code means: its HTTP status, and the words used where nothing more exact is known. */
export interface ErrorMeaning {
  readonly status: number;
  readonly message: string;
  /** The name in the service model, where it is not the wire code itself. */
  readonly shape?: string;
}

/**
 * Every error the sandbox can answer with, by its wire code. The status and code are the service models'
 * (botocore 1.43); for codes that are in no model, those of each service's page of common errors.
 */
export const errors = {
  // ElastiCache: the errors of the five cache security group operations
  AuthorizationAlreadyExists: {
    status: 400,
    shape: "AuthorizationAlreadyExistsFault",
    message:
      "The specified Amazon EC2 security group is already authorized for the specified cache security group.",
  },
  AuthorizationNotFound: {
    status: 404,
    shape: "AuthorizationNotFoundFault",
    message:
      "The specified Amazon EC2 security group is not authorized for the specified cache security group.",
  },
  CacheSecurityGroupAlreadyExists: {
    status: 400,
    shape: "CacheSecurityGroupAlreadyExistsFault",
    message: "A cache security group with the specified name already exists.",
  },
  CacheSecurityGroupNotFound: {
    status: 404,
    shape: "CacheSecurityGroupNotFoundFault",
    message: "The requested cache security group name does not refer to an existing cache security group.",
  },
  InvalidCacheSecurityGroupState: {
    status: 400,
    shape: "InvalidCacheSecurityGroupStateFault",
    message: "The current state of the cache security group does not allow deletion.",
  },
  "QuotaExceeded.CacheSecurityGroup": {
    status: 400,
    shape: "CacheSecurityGroupQuotaExceededFault",
    message:
      "The request cannot be processed because it would exceed the allowed number of cache security groups.",
  },
  TagQuotaPerResourceExceeded: {
    status: 400,
    message:
      "The request cannot be processed because it would cause the resource to have more than the allowed number of tags. The maximum number of tags permitted on a resource is 50.",
  },
  InvalidParameterValue: {
    status: 400,
    shape: "InvalidParameterValueException",
    message: "The value for a parameter is invalid.",
  },
  InvalidParameterCombination: {
    status: 400,
    shape: "InvalidParameterCombinationException",
    message: "Two or more incompatible parameters were specified.",
  },

  // ElastiCache: the errors about caches
  CacheClusterNotFound: {
    status: 404,
    shape: "CacheClusterNotFoundFault",
    message: "The requested cluster ID does not refer to an existing cluster.",
  },
  CacheSubnetGroupNotFoundFault: {
    status: 400,
    message: "The requested cache subnet group name does not refer to an existing cache subnet group.",
  },
  GlobalReplicationGroupNotFoundFault: {
    status: 404,
    message: "The Global datastore does not exist",
  },
  InvalidCacheClusterState: {
    status: 400,
    shape: "InvalidCacheClusterStateFault",
    message: "The requested cluster is not in the available state.",
  },
  InvalidReplicationGroupState: {
    status: 400,
    shape: "InvalidReplicationGroupStateFault",
    message: "The requested replication group is not in the available state.",
  },
  InvalidServerlessCacheStateFault: {
    status: 400,
    message: "The serverless cache is not in a state in which it can be modified.",
  },
  InvalidUserGroupState: {
    status: 400,
    shape: "InvalidUserGroupStateFault",
    message: "The user group is not in an active state.",
  },
  InvalidVPCNetworkStateFault: { status: 400, message: "The VPC network is in an invalid state." },
  ReplicationGroupNotFoundFault: {
    status: 404,
    message: "The specified replication group does not exist.",
  },
  ServerlessCacheNotFoundFault: {
    status: 404,
    message: "The serverless cache was not found or does not exist.",
  },
  ServiceLinkedRoleNotFoundFault: {
    status: 400,
    message: "The specified service linked role (SLR) was not found.",
  },
  UserGroupNotFound: {
    status: 404,
    shape: "UserGroupNotFoundFault",
    message: "The user group was not found or does not exist",
  },
  UserNotFound: {
    status: 404,
    shape: "UserNotFoundFault",
    message: "The user does not exist or could not be found.",
  },

  // Common to the Query services
  AccessDenied: { status: 403, message: "You do not have sufficient access to perform this action." },
  AccessDeniedException: {
    status: 400,
    message: "You do not have sufficient access to perform this action.",
  },
  ExpiredToken: { status: 403, message: "The security token included in the request is expired" },
  IncompleteSignature: {
    status: 400,
    message: "The request signature does not conform to AWS standards.",
  },
  InternalFailure: {
    status: 500,
    message: "The request processing has failed because of an unknown error, exception or failure.",
  },
  InvalidAction: { status: 400, message: "The action or operation requested is invalid." },
  InvalidClientTokenId: {
    status: 403,
    message: "The security token included in the request is invalid.",
  },
  MalformedQueryString: { status: 404, message: "The query string contains a syntax error." },
  MissingAction: {
    status: 400,
    message: "The request is missing an action or a required parameter.",
  },
  MissingAuthenticationToken: {
    status: 403,
    message: "Request is missing Authentication Token",
  },
  MissingParameter: {
    status: 400,
    message: "A required parameter for the specified action is not supplied.",
  },
  NoSuchVersion: { status: 400, message: "The requested version of the service does not exist." },
  OptInRequired: {
    status: 403,
    message: "You are not subscribed to this service or region.",
  },
  RequestExpired: { status: 400, message: "Request has expired." },
  ServiceUnavailable: {
    status: 503,
    message: "The request has failed due to a temporary failure of the server.",
  },
  SignatureDoesNotMatch: {
    status: 403,
    message:
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
  },
  Throttling: { status: 400, message: "Rate exceeded" },

  // EventBridge Scheduler, Systems Manager, and what services that speak JSON have in common
  ConflictException: {
    status: 409,
    message: "Updating or deleting the resource can cause an inconsistent state.",
  },
  ExpiredTokenException: { status: 403, message: "The security token included in the request is expired" },
  IncompleteSignatureException: {
    status: 403,
    message: "The request signature does not conform to AWS standards.",
  },
  InternalServerException: {
    status: 500,
    message: "Unexpected error encountered while processing the request.",
  },
  InvalidSignatureException: {
    status: 403,
    message:
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.",
  },
  MissingAuthenticationTokenException: { status: 403, message: "Missing Authentication Token" },
  ResourceNotFoundException: {
    status: 404,
    message: "The request references a resource which does not exist.",
  },
  InvalidFilterKey: { status: 400, message: "The specified key isn't valid." },
  ServiceQuotaExceededException: { status: 402, message: "The request exceeds a service quota." },
  ThrottlingException: { status: 429, message: "The request was denied due to request throttling." },
  UnknownOperationException: { status: 400, message: "The operation requested is invalid." },
  UnrecognizedClientException: {
    status: 403,
    message: "The security token included in the request is invalid.",
  },
  ValidationException: {
    status: 400,
    message: "The input fails to satisfy the constraints specified by an AWS service.",
  },

  // EC2: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
  AuthFailure: {
    status: 401,
    message: "AWS was not able to validate the provided access credentials",
  },
  CannotDelete: { status: 400, message: "You cannot delete the default security group." },
  DependencyViolation: { status: 400, message: "The specified object has dependent resources." },
  DryRunOperation: {
    status: 412,
    message: "Request would have succeeded, but DryRun flag is set.",
  },
  InternalError: { status: 500, message: "An internal error has occurred" },
  "InvalidGroup.Duplicate": { status: 400, message: "The security group already exists" },
  "InvalidGroup.NotFound": { status: 400, message: "The security group does not exist" },
  "InvalidGroupId.Malformed": { status: 400, message: "Invalid id" },
  InvalidID: { status: 400, message: "The specified ID for the resource is not valid." },
  "InvalidNetworkInterfaceID.NotFound": {
    status: 400,
    message: "The network interface does not exist",
  },
  InvalidPaginationToken: {
    status: 400,
    message: "The specified pagination token is not valid or is expired.",
  },
  "InvalidPermission.Duplicate": { status: 400, message: "the specified rule already exists" },
  "InvalidPermission.NotFound": {
    status: 400,
    message: "The specified rule does not exist in this security group.",
  },
  "InvalidPrefixListID.NotFound": { status: 400, message: "The prefix list ID does not exist" },
  "InvalidSecurityGroupRuleId.Malformed": { status: 400, message: "Invalid id" },
  "InvalidSecurityGroupRuleId.NotFound": {
    status: 400,
    message: "The security group rule ID does not exist",
  },
  "InvalidGatewayID.NotFound": { status: 400, message: "The gateway ID does not exist" },
  "InvalidInstanceID.NotFound": { status: 400, message: "The instance ID does not exist" },
  "InvalidNetworkAclID.NotFound": { status: 400, message: "The network ACL ID does not exist" },
  "InvalidRouteTableID.NotFound": { status: 400, message: "The route table ID does not exist" },
  "InvalidSubnetID.NotFound": { status: 400, message: "The subnet ID does not exist" },
  "InvalidTransitGatewayAttachmentID.NotFound": {
    status: 400,
    message: "The transit gateway attachment ID does not exist",
  },
  "InvalidTransitGatewayID.NotFound": { status: 400, message: "The transit gateway ID does not exist" },
  "InvalidVpcEndpointId.NotFound": { status: 400, message: "The VPC endpoint ID does not exist" },
  "InvalidVpcID.NotFound": { status: 400, message: "The vpc ID does not exist" },
  "InvalidVpcPeeringConnectionID.NotFound": {
    status: 400,
    message: "The vpcPeeringConnection ID does not exist",
  },
  PrefixListMaxEntriesExceeded: {
    status: 400,
    message: "You've reached the maximum number of entries for the prefix list.",
  },
  RequestLimitExceeded: { status: 503, message: "Request limit exceeded." },
  RulesPerSecurityGroupLimitExceeded: {
    status: 400,
    message: "The maximum number of rules per security group has been reached.",
  },
  TagLimitExceeded: { status: 400, message: "The maximum number of tags has been reached." },
  Unavailable: { status: 503, message: "The service is unavailable. Please try again shortly." },
  UnauthorizedOperation: {
    status: 403,
    message: "You are not authorized to perform this operation.",
  },
} as const satisfies Record<string, ErrorMeaning>;

export type ErrorCode = keyof typeof errors;

/** Whether the text is a code that the table knows. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errors, text);
}

/** The wire code for what somebody may write for it: the code, or the name of the model's exception. */
export function errorCodeOf(text: string): ErrorCode | undefined {
  if (isErrorCode(text)) {
    return text;
  }
  for (const code of Object.keys(errors)) {
    if (!isErrorCode(code)) {
      continue;
    }
    const meaning: ErrorMeaning = errors[code];
    if (meaning.shape === text) {
      return code;
    }
  }
  return undefined;
}
