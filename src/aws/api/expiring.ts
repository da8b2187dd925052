import type { EC2Client } from "@aws-sdk/client-ec2";
import type { Outcome } from "../../core/outcome";
import type { ApiRequest } from "../../core/requests/request";
import type { Target } from "../../core/target";
import type { CallOptions } from "../callOptions";

/**
 * What may be asked of AWS for grants that expire. The commands for it are a bundle of their own, loaded at the first of
 * them, and passed in: this side has the clients, the credentials and the failures.
 */
export interface ExpiringApi {
  expiring<T>(
    target: Target,
    request: ApiRequest,
    send: ExpiringSend<T>,
    options?: CallOptions,
  ): Promise<Outcome<T>>;
}

/** Sends one request, and says what its answer proves. */
export type ExpiringSend<T> = (
  clients: ExpiringClients,
  options: { readonly abortSignal: AbortSignal },
) => Promise<ExpiringAnswer<T>>;

export interface ExpiringAnswer<T> {
  /** Nothing where the answer does not say what was asked for. */
  readonly proof: { readonly value: T } | undefined;
  readonly $metadata: {
    readonly httpStatusCode?: number | undefined;
    readonly requestId?: string | undefined;
    readonly attempts?: number | undefined;
  };
}

export interface ExpiringClients {
  ec2(): EC2Client;
  /** A client that sends a service's commands in the REST JSON protocol. Whoever brings them knows its type. */
  restJson(service: RestJsonService): unknown;
}

/** What makes a client of the REST JSON protocol that of this service. */
export interface RestJsonService {
  /** As in its endpoints and in its signatures: `scheduler`. */
  readonly name: string;
  /** As the SDK calls it: `Scheduler`. */
  readonly serviceId: string;
  /** What the SDK's protocol needs to know of it. */
  readonly protocolSettings: { readonly defaultNamespace: string; readonly [setting: string]: unknown };
}
