import type { Environment } from "../../profiles/environment";
import type { SharedConfig } from "../../profiles/profile";
import type { Credentials } from "../credentials/credentials";
import type { NetworkSettings } from "../host";
import { configuredSecrets } from "./configuredSecrets";
import { withoutDisguised } from "./disguised";
import { SecretParts } from "./secretParts";

/** A code is good for a minute or two. */
const mostCodes = 4;

/**
 * The secrets that this session has come across, so that none is ever shown or logged, whoever repeats it: AWS
 * quotes the signed headers, token included, when a signature does not match, and what STS quotes it may have cut.
 */
export class Secrets {
  readonly #parts = new SecretParts();
  /** Six digits each: only where no other digit is beside them. */
  readonly #codes: string[] = [];
  readonly #read = new WeakSet<SharedConfig>();

  addCredentials(credentials: Credentials): void {
    this.add(credentials.secretAccessKey);
    this.add(credentials.sessionToken);
  }

  add(secret: string | undefined): void {
    // Shorter ones would blot out ordinary words.
    if (secret !== undefined && secret.length >= SecretParts.shortest) {
      this.#parts.add(secret);
    }
  }

  /** An MFA code. */
  addCode(code: string): void {
    this.#codes.push(code);
    this.#codes.splice(0, this.#codes.length - mostCodes);
  }

  /** What a configuration says besides keys that is nobody's business. Each is looked through once. */
  addConfigured(config: SharedConfig, environment: Environment, network: NetworkSettings | undefined): void {
    if (!this.#read.has(config)) {
      this.#read.add(config);
      for (const secret of configuredSecrets(config, environment, network)) {
        this.add(secret);
      }
    }
  }

  /** Takes every secret out of a text, whole, in parts, in any case, and as it is written in URLs, JSON and headers. */
  redact(text: string): string {
    // What is written as it is comes last: taken out first, it would leave short ends of a word that is escaped.
    return this.#plain(withoutDisguised(text, (decoded) => this.#plain(decoded) !== decoded));
  }

  #plain(text: string): string {
    let redacted = this.#parts.redact(text);
    for (const code of this.#codes) {
      redacted = redacted.includes(code)
        ? redacted.replace(new RegExp(`(?<!\\d)${code}(?!\\d)`, "g"), "[secret]")
        : redacted;
    }
    return redacted;
  }
}
