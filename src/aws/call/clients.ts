import { EC2Client } from "@aws-sdk/client-ec2";
import { ElastiCacheClient } from "@aws-sdk/client-elasticache";
import { STSClient } from "@aws-sdk/client-sts";
import type { Credentials } from "../credentials/credentials";
import type { Endpoint } from "../endpoints/endpointOf";
import type { CheckedHandler } from "../http/checkedHandler";

/** Everything that decides where a request goes and who sends it. */
export interface Connection {
  readonly region: string;
  readonly endpoint: Endpoint;
  readonly credentials: Credentials;
  readonly handler: CheckedHandler;
}

/** The first attempt and its retries; with the SDK's pauses, throttling is given about four seconds to end. */
const maxAttempts = 4;

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
  return new ElastiCacheClient({ ...clientConfig(connection), credentials: connection.credentials });
}

export function makeEc2(connection: Connection): EC2Client {
  return new EC2Client({ ...clientConfig(connection), credentials: connection.credentials });
}

export function makeSts(connection: Connection): STSClient {
  return new STSClient({ ...clientConfig(connection), credentials: connection.credentials });
}
