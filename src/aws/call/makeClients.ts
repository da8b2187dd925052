import { EC2Client } from "@aws-sdk/client-ec2";
import { ElastiCacheClient } from "@aws-sdk/client-elasticache";
import { SSMClient } from "@aws-sdk/client-ssm";
import { SSOClient } from "@aws-sdk/client-sso";
import { STSClient } from "@aws-sdk/client-sts";
import { partitionOf } from "../../core/regions";
import type { RestJsonService } from "../api/expiring";
import type { Credentials } from "../credentials/credentials";
import type { Endpoint } from "../endpoints/endpointOf";
import type { CheckedHandler } from "../http/checkedHandler";
import { Ec2QueryProtocol, QueryProtocol } from "../xml/queryProtocols";
import { keptOrder, type Stack } from "./keptOrder";
import { unbroken } from "./unbroken";

/** Everything that decides where a request goes and who sends it. */
export interface Connection {
  readonly region: string;
  readonly endpoint: Endpoint;
  readonly credentials: Credentials;
  readonly handler: CheckedHandler;
}

/** The first attempt and its retries; with the SDK's pauses, throttling is given about four seconds to end. */
const maxAttempts = 4;

/** The SDK's name for the step before the input is written down as a request. */
const first = { step: "initialize" } as const;

/**
 * The configuration of a client, complete: whatever is left out, the SDK looks up in the environment and in the
 * shared files, in its own way and for the wrong profile.
 */
export function clientConfig(connection: Omit<Connection, "credentials">) {
  const { region, endpoint, handler } = connection;
  return {
    region,
    ...(endpoint.url === undefined ? {} : { endpoint: endpoint.url }),
    ignoreConfiguredEndpointUrls: true,
    useFipsEndpoint: endpoint.fips,
    useDualstackEndpoint: endpoint.dualstack,
    requestHandler: handler,
    maxAttempts,
    retryMode: "standard",
    defaultsMode: "standard" as const,
    userAgentAppId: "elasticache-access",
    authSchemePreference: ["sigv4"],
  };
}

export function makeElastiCache(connection: Connection): ElastiCacheClient {
  const client = new ElastiCacheClient({
    ...clientConfig(connection),
    credentials: connection.credentials,
    protocol: QueryProtocol,
  });
  client.middlewareStack.add((next) => async (args) => next({ ...args, input: unbroken(args.input) }), first);
  completed(client);
  return client;
}

export function makeEc2(connection: Connection): EC2Client {
  const client = new EC2Client({
    ...clientConfig(connection),
    credentials: connection.credentials,
    protocol: Ec2QueryProtocol,
  });
  client.middlewareStack.add((next) => async (args) => next({ ...args, input: unbroken(args.input) }), first);
  completed(client);
  return client;
}

/**
 * Makes a client as it is used: with its middleware complete. The SDK's logger goes through the whole of each answer for what is to
 * be hidden in a log, also where there is none.
 */
function completed<I extends object, O extends object>(client: { middlewareStack: Stack<I, O> }): void {
  client.middlewareStack.remove("loggerMiddleware");
  client.middlewareStack = keptOrder(client.middlewareStack);
}

/**
 * A client of the REST JSON protocol for a service whose commands are elsewhere. That of IAM Identity Center is here
 * anyway and speaks it; with another endpoint, signature and schemas it is the other service's client, for 1 KB in place
 * of 8.
 */
export function makeRestJson(service: RestJsonService, connection: Connection): SSOClient {
  const { name, serviceId, protocolSettings } = service;
  const { region, endpoint } = connection;
  const client = new SSOClient({
    ...clientConfig(connection),
    credentials: connection.credentials,
    serviceId,
    protocolSettings,
    ...(endpoint.url === undefined
      ? { endpointProvider: () => ({ url: new URL(ownEndpoint(name, connection)) }) }
      : {}),
    httpAuthSchemeProvider: () => [
      {
        schemeId: "aws.auth#sigv4",
        signingProperties: { signingName: name, signingRegion: region },
        propertiesExtractor: (config, context) => ({ signingProperties: { config, context } }),
      },
    ],
  });
  completed(client);
  return client;
}

/** The service's own endpoint, of the form that all of AWS's newer services have. */
function ownEndpoint(name: string, { region, endpoint: { fips, dualstack } }: Connection): string {
  const { dnsSuffix } = partitionOf(region);
  const suffix = dualstack ? dnsSuffix.replace(/^amazonaws\.com/, "api.aws") : dnsSuffix;
  return `https://${name}${fips ? "-fips" : ""}.${region}.${suffix}`;
}

export function makeSts(connection: Connection): STSClient {
  const client = new STSClient({
    ...clientConfig(connection),
    credentials: connection.credentials,
    protocol: QueryProtocol,
  });
  completed(client);
  return client;
}

export function makeSsm(connection: Connection): SSMClient {
  const client = new SSMClient({ ...clientConfig(connection), credentials: connection.credentials });
  completed(client);
  return client;
}
