import type { Credentials } from "./credentials/credentials";

/**
 * The secrets that this session has come across, so that none is ever shown or logged, whoever repeats it: AWS
 * quotes the signed headers, token included, when a signature does not match.
 */
export class Secrets {
  readonly #known = new Set<string>();

  addCredentials(credentials: Credentials): void {
    this.add(credentials.secretAccessKey);
    this.add(credentials.sessionToken);
  }

  add(secret: string | undefined): void {
    // Shorter ones would blot out ordinary words.
    if (secret !== undefined && secret.length >= 8) {
      this.#known.add(secret);
      this.#known.add(encodeURIComponent(secret));
    }
  }

  redact(text: string): string {
    let redacted = text;
    for (const secret of this.#known) {
      redacted = redacted.replaceAll(secret, "[secret]");
    }
    return redacted;
  }
}
