import type { AwsHost } from "../host";
import type { Handlers } from "../http/handlers";
import type { Secrets } from "../secrets/secrets";
import type { CredentialRequest } from "./credentialStore";
import type { Credentials } from "./credentials";
import type { MfaQuestions } from "./mfaQuestions";
import type { SharedTask } from "./sharedTask";

/** What resolving credentials takes from around it. */
export interface CredentialContext {
  readonly host: AwsHost;
  readonly handlers: Handlers;
  readonly secrets: Secrets;
  readonly mfa: MfaQuestions;
  readonly now: () => number;
  /** The credentials of another profile, shared with everybody who needs them. */
  source(request: CredentialRequest, wait: SharedTask<Credentials>): Promise<Credentials>;
}
