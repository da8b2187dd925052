import { EC2Client } from "@aws-sdk/client-ec2";
import { ElastiCacheClient } from "@aws-sdk/client-elasticache";
import { SSMClient } from "@aws-sdk/client-ssm";
import { STSClient } from "@aws-sdk/client-sts";
import type { Credentials } from "../credentials/credentials";
import type { Endpoint } from "../endpoints/endpointOf";
import type { CheckedHandler } from "../http/checkedHandler";
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
  });
  client.middlewareStack.add((next) => async (args) => next({ ...args, input: unbroken(args.input) }), first);
  return client;
}

export function makeEc2(connection: Connection): EC2Client {
  const client = new EC2Client({ ...clientConfig(connection), credentials: connection.credentials });
  client.middlewareStack.add((next) => async (args) => next({ ...args, input: unbroken(args.input) }), first);
  return client;
}

export function makeSts(connection: Connection): STSClient {
  return new STSClient({ ...clientConfig(connection), credentials: connection.credentials });
}

export function makeSsm(connection: Connection): SSMClient {
  return new SSMClient({ ...clientConfig(connection), credentials: connection.credentials });
}
