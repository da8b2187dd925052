import type { CacheKind } from "../core/caches/cache";
import type { Failure } from "../core/failures/failures";
import type { RuleParams } from "../core/rules/ruleParams";
import type { Target } from "../core/target";
import type { AwsFile } from "../store/mendedIn";

/** What a command called on a row is to work on. Of a rule, the fields that would make it. */
export interface RowParams extends RuleParams {
  readonly profile?: string;
  readonly region?: string;
  readonly cacheSecurityGroupName?: string;
  readonly ec2SecurityGroupName?: string;
  readonly ec2SecurityGroupOwnerId?: string;
  readonly cacheKind?: CacheKind;
  readonly cacheId?: string;
  readonly securityGroupId?: string;
  readonly failure?: Failure;
  /** Which of the AWS files a failure is mended in, and where that is known. */
  readonly awsFile?: AwsFile;
  readonly path?: string;
  readonly line?: number;
}

export type CacheSecurityGroupParams = Target & { readonly cacheSecurityGroupName: string };

export type CacheParams = Target & { readonly cacheKind: CacheKind; readonly cacheId: string };

/** A VPC security group, as one of a cache. */
export type VpcSecurityGroupParams = CacheParams & { readonly securityGroupId: string };
