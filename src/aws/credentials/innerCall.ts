import type { Failure } from "../../core/failures/failures";
import type { Profile, SharedConfig } from "../../profiles/profile";
import { clientConfig } from "../call/makeClients";
import { requestLine } from "../call/requestLine";
import { endpointOf } from "../endpoints/endpointOf";
import type { ServiceId } from "../endpoints/serviceId";
import { failureOf } from "../failureOf";
import type { FailedCall } from "../failures/call";
import { FailureError } from "../failures/failureError";
import { attemptsOf } from "../http/attempts";
import { redactedFailure } from "../secrets/redactedFailure";
import type { CredentialContext } from "./credentialContext";
import type { Credentials } from "./credentials";
import type { SharedTask } from "./sharedTask";

/** A request on the way to a profile's credentials. */
export interface InnerCall {
  readonly world: CredentialContext;
  readonly wait: SharedTask<Credentials>;
  readonly config: SharedConfig;
  /** Whose settings decide where the request goes. */
  readonly profile: Profile;
  readonly service: ServiceId;
  readonly action: string;
  readonly region: string;
  /** The command that would mend a refusal. */
  readonly remedy?: string | undefined;
}

export type InnerConfig = ReturnType<typeof clientConfig>;

/**
 * Sends a request to STS, IAM Identity Center and the like, by the profile's own region and endpoint. Logged
 * like any other; rejects with what `failed` throws, or the failure itself.
 */
export async function innerCall<T>(
  call: InnerCall,
  send: (config: InnerConfig, options: { readonly abortSignal: AbortSignal }) => Promise<T>,
  refused?: (error: unknown, failure: Failure) => Error | undefined,
): Promise<T> {
  const { world, wait, config, profile, service, region } = call;
  const endpoint = endpointOf(service, profile, config, world.host.environment);
  const { xml, json } = await world.handlers.of(profile);
  const handler = service === "sts" ? xml : json;
  const attempts = attemptsOf(wait.signal);
  attempts.reset();
  wait.holdup = () => failureOf(undefined, failedCall(call, { reason: "timedOut" }));
  const started = performance.now();
  try {
    const value = await send(clientConfig({ region, endpoint, handler }), { abortSignal: wait.signal });
    log(call, { status: 200 }, started);
    return value;
  } catch (error) {
    const failure = redactedFailure(failureOf(error, failedCall(call)), (text) => world.secrets.redact(text));
    log(call, failure, started);
    throw refused?.(error, failure) ?? new FailureError(failure);
  } finally {
    wait.holdup = undefined;
  }
}

function failedCall(call: InnerCall, stopped?: NonNullable<FailedCall["stopped"]>): FailedCall {
  const { service, action, profile, region, wait, remedy } = call;
  const attempts = attemptsOf(wait.signal);
  return {
    operation: { service, action, writes: false },
    profile: profile.name,
    region,
    attempts,
    redact: (text) => call.world.secrets.redact(text),
    ...(attempts.endpoint ? { endpoint: attempts.endpoint } : {}),
    ...(remedy ? { remedy } : {}),
    ...(stopped ? { stopped } : {}),
  };
}

/** A line for what was sent. What is found to be wrong before that is in the line of the call that needs it. */
function log(call: InnerCall, result: { status: number } | Failure, started: number): void {
  const { world, service, action, profile, region, wait } = call;
  const attempts = attemptsOf(wait.signal).count;
  if (attempts === 0) {
    return;
  }
  const line = requestLine({
    operation: { service, action },
    target: { profile: profile.name, region },
    result,
    attempts,
    milliseconds: performance.now() - started,
    requestId: "kind" in result ? result.requestId : undefined,
  });
  world.host.log(world.secrets.redact(line));
}
