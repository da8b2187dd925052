import type { CacheSecurityGroup } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../core/cacheSecurityGroups/ingress";
import type { Outcome } from "../core/outcome";
import type { Target } from "../core/target";
import type { Environment } from "../profiles/environment";
import type { SharedConfig } from "../profiles/profile";
import type { CallOptions, ServiceName } from "./callOptions";
import type { VpcApi } from "./vpcApi";

/** What the rest of the extension may ask of AWS. Every call resolves; none rejects, none outlives its time-out. */
export interface AwsApi extends VpcApi {
  callerIdentity(target: Target, options?: CallOptions): Promise<Outcome<CallerIdentity>>;
  /** Every cache security group of the target, all pages. */
  listCacheSecurityGroups(
    target: Target,
    options?: CallOptions,
  ): Promise<Outcome<readonly CacheSecurityGroup[]>>;
  describeCacheSecurityGroup(
    target: Target,
    name: string,
    options?: CallOptions,
  ): Promise<Outcome<CacheSecurityGroup>>;
  createCacheSecurityGroup(
    target: Target,
    group: { readonly name: string; readonly description: string },
    options?: CallOptions,
  ): Promise<Outcome<CacheSecurityGroup>>;
  deleteCacheSecurityGroup(target: Target, name: string, options?: CallOptions): Promise<Outcome<undefined>>;
  authorizeIngress(target: Target, ingress: Ingress, options?: CallOptions): Promise<Outcome<Changed>>;
  revokeIngress(target: Target, ingress: Ingress, options?: CallOptions): Promise<Outcome<Changed>>;
  /** The EC2 security groups of the target, for pickers. All pages. */
  listEc2SecurityGroups(target: Target, options?: CallOptions): Promise<Outcome<readonly Ec2SecurityGroup[]>>;
  /** The endpoint that a service's requests for the target go to, when one is configured. */
  configuredEndpoint(target: Target, service: ServiceName): Promise<Outcome<string | undefined>>;
  /** Forgets credentials and clients: all of them, or one profile's. The next call reads the files again. */
  forget(profile?: string): void;
  dispose(): void;
}

export interface CallerIdentity {
  readonly accountId: string;
  readonly arn: string;
}

/** The answer to a change of a grant. */
export interface Changed {
  readonly group: CacheSecurityGroup;
  /**
   * True when an earlier attempt of this same call had made the change and its answer was lost: the retry was
   * told "already exists" (or "not found", for a revoke), and a Describe confirmed the state asked for.
   */
  readonly afterRetry: boolean;
  readonly requestId?: string;
}

export interface Ec2SecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly ownerId: string;
  /** Absent for a group of EC2-Classic. */
  readonly vpcId?: string;
}

/** What the AWS side takes from outside, so that tests can give it another world. */
export interface AwsHost {
  /**
   * The profiles as they are now: `readSharedConfig`, with the sandbox's by `withProfiles`. Called whenever a
   * profile is first needed or was forgotten.
   */
  config(): Promise<SharedConfig>;
  readonly environment: Environment;
  /** The user's home folder: where `~/.aws/sso/cache` and the like are. */
  readonly home: string;
  /** Seconds for one call: its retries, its pages' bodies and its credentials included. */
  requestTimeout(): number;
  /**
   * Asks the user for the code of an MFA device. `undefined` when the user gave up. `refused` is set when an
   * earlier code was not accepted: one sentence that says so. The time it takes does not count as request time.
   */
  askMfaCode(question: MfaQuestion, signal: AbortSignal): Promise<string | undefined>;
  log(line: string): void;
  /** VS Code's proxy settings, as they are when a client is made. Without it, the environment's proxies only. */
  network?(): NetworkSettings | undefined;
}

export interface MfaQuestion {
  readonly profile: string;
  /** The device's serial number or ARN (`arn:aws:iam::123456781234:mfa/jane`). */
  readonly device: string;
  readonly refused?: string;
}

/** `http.proxySupport`, `http.proxy`, `http.noProxy` and `http.proxyStrictSSL`. */
export interface NetworkSettings {
  readonly proxySupport: "off" | "on" | "fallback" | "override";
  readonly proxy?: string;
  readonly noProxy?: readonly string[];
  readonly proxyStrictSSL?: boolean;
}
