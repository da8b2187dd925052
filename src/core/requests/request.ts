/** The AWS services whose requests the extension has, by their names in the AWS CLI and in IAM actions. */
export type ServiceName = "elasticache" | "ec2" | "scheduler" | "ssm" | "sts";

/**
 * One request, spelled once: the SDK sends its input, the journal keeps it, Copy as AWS CLI writes it down, and
 * a refusal names its action.
 */
export interface ApiRequest<Action extends string = string, Input extends object = object> {
  readonly service: ServiceName;
  /** The API's name of the operation, which is also that of the IAM action (`DescribeCacheSecurityGroups`). */
  readonly action: Action;
  /** Whether it changes anything, so that a lost answer leaves a doubt. */
  readonly writes: boolean;
  readonly input: Input;
  readonly subject: Subject;
}

/** The names that a request gave, as far as a failure has to name them. */
export interface Subject {
  readonly cacheSecurityGroupName?: string;
  readonly ec2SecurityGroupName?: string;
  readonly ec2SecurityGroupOwnerId?: string;
  readonly securityGroupId?: string;
  /** Whom a rule is to let in, in words. */
  readonly source?: string;
  readonly cacheId?: string;
  readonly scheduleName?: string;
}

/** A request that changes nothing. */
export interface ReadRequest<Action extends string, Input extends object> extends ApiRequest<Action, Input> {
  readonly writes: false;
}

/** A request that changes something. */
export interface WriteRequest<Action extends string, Input extends object> extends ApiRequest<Action, Input> {
  readonly writes: true;
}

export function read<Action extends string, Input extends object>(
  service: ServiceName,
  action: Action,
  input: Input,
  subject: Subject = {},
): ReadRequest<Action, Input> {
  return { service, action, writes: false, input, subject };
}

export function write<Action extends string, Input extends object>(
  service: ServiceName,
  action: Action,
  input: Input,
  subject: Subject,
): WriteRequest<Action, Input> {
  return { service, action, writes: true, input, subject };
}

/** The permission that a request needs: `elasticache:DescribeCacheSecurityGroups`. */
export function iamAction({
  service,
  action,
}: {
  readonly service: string;
  readonly action: string;
}): string {
  return `${service}:${action}`;
}

/** The same as the AWS CLI has it: `elasticache describe-cache-security-groups`, and its `--cli-input-json`. */
export function cliRequest({ service, action, input }: ApiRequest) {
  const operation = action.replace(/\B[A-Z]/g, "-$&").toLowerCase();
  return { service, operation, input: { ...input } };
}
