import type { Target } from "../core/target";
import type { AwsApi, AwsHost } from "./api";
import { Clients } from "./call/clientCache";
import type { CallParts } from "./call/parts";
import { RunningCall, type Work } from "./call/runningCall";
import type { CallOptions } from "./callOptions";
import { CredentialStore } from "./credentials/credentialStore";
import { MfaQuestions } from "./credentials/mfaQuestions";
import { resolver } from "./credentials/resolve";
import { configuredEndpoint } from "./endpoints/configuredEndpoint";
import type { Operation } from "./failures/call";
import { Handlers } from "./http/handlers";
import { actions } from "./operations/actions";
import { callerIdentity } from "./operations/callerIdentity";
import { authorizeIngress, revokeIngress } from "./operations/changeIngress";
import { createCacheSecurityGroup } from "./operations/createCacheSecurityGroup";
import { deleteCacheSecurityGroup } from "./operations/deleteCacheSecurityGroup";
import { describeCacheSecurityGroup } from "./operations/describeCacheSecurityGroup";
import { listCacheSecurityGroups } from "./operations/listCacheSecurityGroups";
import { listEc2SecurityGroups } from "./operations/listEc2SecurityGroups";
import { Secrets } from "./secrets";
import { vpcOperations } from "./vpcOperations";

export type { AwsApi, AwsHost } from "./api";

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
  );
  const parts: CallParts = { host, secrets, handlers, credentials, clients: new Clients() };
  const call = <T>(target: Target, operation: Operation, options: CallOptions | undefined, work: Work<T>) =>
    new RunningCall(parts, target, operation, options ?? {}).outcome(work);

  return {
    callerIdentity: (target, options) => call(target, actions.callerIdentity, options, callerIdentity),
    listCacheSecurityGroups: (target, options) =>
      call(target, actions.describe(), options, listCacheSecurityGroups),
    describeCacheSecurityGroup: (target, name, options) =>
      call(target, actions.describe(name), options, (line) => describeCacheSecurityGroup(line, name)),
    createCacheSecurityGroup: (target, group, options) =>
      call(target, actions.create(group.name), options, (line) => createCacheSecurityGroup(line, group)),
    deleteCacheSecurityGroup: (target, name, options) =>
      call(target, actions.delete(name), options, (line) => deleteCacheSecurityGroup(line, name)),
    authorizeIngress: (target, ingress, options) =>
      call(target, actions.authorize(ingress), options, (line) => authorizeIngress(line, ingress)),
    revokeIngress: (target, ingress, options) =>
      call(target, actions.revoke(ingress), options, (line) => revokeIngress(line, ingress)),
    listEc2SecurityGroups: (target, options) =>
      call(target, actions.describeEc2, options, listEc2SecurityGroups),
    ...vpcOperations(call),
    configuredEndpoint: (target, service) => configuredEndpoint(host, target, service),
    forget: (profile) => {
      mfa.forget();
      credentials.forget(profile);
      parts.clients.forget(profile);
    },
    dispose: () => {
      credentials.forget();
      parts.clients.forget();
      handlers.destroy();
    },
  };
}
