import { accountRequests } from "../core/requests/account";
import { targetKey } from "../core/target";
import type { AwsApi } from "./api";
import type { Caller } from "./call/caller";
import { Clients } from "./call/clientCache";
import { Lanes } from "./call/lanes";
import type { CallParts } from "./call/parts";
import { RunningCall } from "./call/runningCall";
import { CredentialStore } from "./credentials/credentialStore";
import { MfaQuestions } from "./credentials/mfaQuestions";
import { remedyOf } from "./credentials/remedy";
import { resolver } from "./credentials/resolve";
import { configuredEndpoint } from "./endpoints/configuredEndpoint";
import type { AwsHost } from "./host";
import { Handlers } from "./http/handlers";
import { cacheCalls } from "./operations/cacheCalls";
import { cacheSecurityGroupCalls } from "./operations/cacheSecurityGroupCalls";
import { callerIdentity } from "./operations/callerIdentity";
import { expiringCalls } from "./operations/expiringCalls";
import { managedNodeCalls } from "./operations/listManagedNodes";
import { pathCalls } from "./operations/readPath";
import { securityGroupCalls } from "./operations/securityGroupCalls";
import { Secrets } from "./secrets/secrets";

/** The AWS side, with its clients and credentials. Nothing is sent before a method is called. */
export function createAws(host: AwsHost): AwsApi {
  const secrets = new Secrets();
  const handlers = new Handlers(host);
  const mfa = new MfaQuestions(host);
  const credentials: CredentialStore = new CredentialStore(
    resolver({
      host,
      handlers,
      secrets,
      mfa,
      now: Date.now,
      source: (request, wait) => credentials.get(request, wait),
    }),
    Date.now,
    (profile) => host.keysReplaced?.(profile),
  );
  const parts: CallParts = {
    host,
    secrets,
    handlers,
    credentials,
    clients: new Clients(),
    lanes: new Lanes(),
    clocks: new Map(),
  };
  return apiWith(parts, (target, request, options, work) =>
    new RunningCall(parts, target, request, options ?? {}).outcome(work),
  );
}

function apiWith(parts: CallParts, call: Caller): AwsApi {
  const { host, handlers } = parts;
  return {
    callerIdentity: (target, options) =>
      call(target, accountRequests.callerIdentity(), options, callerIdentity),
    ...cacheSecurityGroupCalls(call),
    ...cacheCalls(call),
    ...managedNodeCalls(call),
    ...expiringCalls(call),
    ...pathCalls(call),
    ...securityGroupCalls(call),
    configuredEndpoint: (target, service) => configuredEndpoint(parts, target, service),
    remedyFor: async (name) => {
      const config = await host.config().catch(() => undefined);
      const profile = config?.profiles.get(name);
      return config && profile && remedyOf(profile, config);
    },
    withChanges: (around) =>
      apiWith(parts, (target, request, options, work) => {
        const send = () => call(target, request, options, work);
        return request.writes ? around(target, request, send) : send();
      }),
    now: (target) => Date.now() + (parts.clocks.get(targetKey(target)) ?? 0),
    dispose: () => handlers.destroy(),
  };
}
