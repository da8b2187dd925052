import type { CredentialStore } from "../credentials/credentialStore";
import type { AwsHost } from "../host";
import type { Handlers } from "../http/handlers";
import type { Secrets } from "../secrets/secrets";
import type { Clients } from "./clientCache";
import type { Lanes } from "./lanes";

/** What all calls share. */
export interface CallParts {
  readonly host: AwsHost;
  readonly credentials: CredentialStore;
  readonly clients: Clients;
  readonly handlers: Handlers;
  readonly lanes: Lanes;
  readonly secrets: Secrets;
  /** By target: how far AWS's clock is ahead of this machine's, in milliseconds, as the last answer told it. */
  readonly clocks: Map<string, number>;
}
