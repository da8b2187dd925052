import type { Environment } from "../profiles/environment";
import type { SharedConfig } from "../profiles/profile";

/** What the AWS side takes from outside, so that tests can give it another world. */
export interface AwsHost {
  /** The profiles as they are now, the sandbox's among them. Called at every request. */
  config(): Promise<SharedConfig>;
  readonly environment: Environment;
  /** The user's home folder: where `~/.aws/sso/cache` and the like are. */
  readonly home: string;
  /** Seconds for one call: its retries, its pages' bodies and its credentials included. */
  requestTimeout(): number;
  /** Seconds for one `credential_process`, which may wait for a person. */
  processTimeout(): number;
  /**
   * Asks the user for the code of an MFA device. `undefined` when the user gave up. `refused` is set when an
   * earlier code was not accepted: one sentence that says so. The time it takes does not count as request time.
   */
  askMfaCode(question: MfaQuestion, signal: AbortSignal): Promise<string | undefined>;
  /** A profile's requests are signed with other keys from now on, which may be another account's. */
  keysReplaced?(profile: string): void;
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
