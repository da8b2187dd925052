import type { EC2Client } from "@aws-sdk/client-ec2";
import type { ElastiCacheClient } from "@aws-sdk/client-elasticache";
import type { SSMClient } from "@aws-sdk/client-ssm";
import type { SSOClient } from "@aws-sdk/client-sso";
import type { STSClient } from "@aws-sdk/client-sts";
import type { RestJsonService } from "../api/expiring";
import { type Connection, makeEc2, makeElastiCache, makeRestJson, makeSsm, makeSts } from "./makeClients";

interface Kept<Client> {
  readonly connection: Connection;
  readonly client: Client;
}

/**
 * One client for each service and target, made at first use (that costs 3 to 6 ms) and made anew when its
 * credentials, endpoint or handler change: a client keeps the keys it was given.
 */
export class Clients {
  readonly #elastiCache = new Map<string, Kept<ElastiCacheClient>>();
  readonly #ec2 = new Map<string, Kept<EC2Client>>();
  readonly #ssm = new Map<string, Kept<SSMClient>>();
  readonly #restJson = new Map<string, Kept<SSOClient>>();
  readonly #sts = new Map<string, Kept<STSClient>>();

  elastiCache(key: string, connection: Connection): ElastiCacheClient {
    return kept(this.#elastiCache, key, connection, makeElastiCache);
  }

  ec2(key: string, connection: Connection): EC2Client {
    return kept(this.#ec2, key, connection, makeEc2);
  }

  ssm(key: string, connection: Connection): SSMClient {
    return kept(this.#ssm, key, connection, makeSsm);
  }

  restJson(service: RestJsonService, key: string, connection: Connection): SSOClient {
    return kept(this.#restJson, `${service.name}\n${key}`, connection, (to) => makeRestJson(service, to));
  }

  sts(key: string, connection: Connection): STSClient {
    return kept(this.#sts, key, connection, makeSts);
  }
}

function kept<Client>(
  clients: Map<string, Kept<Client>>,
  key: string,
  connection: Connection,
  make: (connection: Connection) => Client,
): Client {
  const known = clients.get(key);
  if (known && isSame(known.connection, connection)) {
    return known.client;
  }
  const client = make(connection);
  clients.set(key, { connection, client });
  return client;
}

function isSame(a: Connection, b: Connection): boolean {
  return (
    a.credentials === b.credentials &&
    a.handler === b.handler &&
    a.region === b.region &&
    a.endpoint.url === b.endpoint.url &&
    a.endpoint.fips === b.endpoint.fips &&
    a.endpoint.dualstack === b.endpoint.dualstack
  );
}
