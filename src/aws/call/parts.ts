import type { AwsHost } from "../api";
import type { CredentialStore } from "../credentials/store";
import type { Handlers } from "../http/handlers";
import type { Secrets } from "../secrets";
import type { Clients } from "./keptClients";

/** What all calls share. */
export interface CallParts {
  readonly host: AwsHost;
  readonly credentials: CredentialStore;
  readonly clients: Clients;
  readonly handlers: Handlers;
  readonly secrets: Secrets;
}
