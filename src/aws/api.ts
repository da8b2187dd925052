import type { Outcome } from "../core/outcome";
import type { ApiRequest, ServiceName } from "../core/requests/request";
import type { Target } from "../core/target";
import type { CacheSecurityGroupsApi } from "./api/cacheSecurityGroups";
import type { CachesApi } from "./api/caches";
import type { ExpiringApi } from "./api/expiring";
import type { ManagedNodesApi } from "./api/managedNodes";
import type { PathsApi } from "./api/paths";
import type { SecurityGroupsApi } from "./api/securityGroups";
import type { CallOptions } from "./callOptions";

/** What the rest of the extension may ask of AWS. Every call resolves; none rejects, none outlives its time-out. */
export interface AwsApi
  extends CacheSecurityGroupsApi,
    CachesApi,
    ExpiringApi,
    ManagedNodesApi,
    PathsApi,
    SecurityGroupsApi {
  callerIdentity(target: Target, options?: CallOptions): Promise<Outcome<CallerIdentity>>;
  /** The endpoint that a service's requests for the target go to, when one is configured. */
  configuredEndpoint(target: Target, service: ServiceName): Promise<Outcome<string | undefined>>;
  /** The command line that renews a profile's sign-in, where there is one. Sends nothing. */
  remedyFor(profile: string): Promise<string | undefined>;
  /** The same, where every request that changes something is sent by `around`: no call can be forgotten. */
  withChanges(around: AroundChange): AwsApi;
  /** The time by AWS's clock, as far as an answer for the target has told it: milliseconds since 1970. */
  now(target: Target): number;
  dispose(): void;
}

/** What is done before and after a change is sent. Gives what sending it has come to. */
export type AroundChange = <T>(
  target: Target,
  request: ApiRequest,
  send: () => Promise<Outcome<T>>,
) => Promise<Outcome<T>>;

export interface CallerIdentity {
  readonly accountId: string;
  readonly arn: string;
}
