import type { CacheKind } from "../core/caches/cache";
import type { Failure } from "../core/failures/failures";
import type { Target } from "../core/target";
import type { AwsFile } from "../store/mendedIn";

/** What a command called on a row is to work on. */
export interface RowParams {
  readonly profile?: string;
  readonly region?: string;
  readonly cacheSecurityGroupName?: string;
  readonly ec2SecurityGroupName?: string;
  readonly ec2SecurityGroupOwnerId?: string;
  readonly cacheKind?: CacheKind;
  readonly cacheId?: string;
  readonly securityGroupId?: string;
  readonly securityGroupRuleId?: string;
  readonly sourceSecurityGroupId?: string;
  readonly sourceOwnerId?: string;
  readonly cidrIp?: string;
  readonly cidrIpv6?: string;
  readonly prefixListId?: string;
  readonly ipProtocol?: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly description?: string;
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
