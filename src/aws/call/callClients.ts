import type { EC2Client } from "@aws-sdk/client-ec2";
import type { ElastiCacheClient } from "@aws-sdk/client-elasticache";
import type { SSMClient } from "@aws-sdk/client-ssm";
import type { STSClient } from "@aws-sdk/client-sts";
import type { RestJsonService } from "../api/expiring";
import { type Attempts, attemptsOf } from "../http/attempts";
import type { Clients } from "./clientCache";
import type { Connection } from "./makeClients";

/** What the SDK tells of an answer. */
export interface AnswerMetadata {
  readonly httpStatusCode?: number | undefined;
  readonly requestId?: string | undefined;
  readonly attempts?: number | undefined;
}

/** What an operation is given to send its requests with. */
export class CallClients {
  readonly #clients: Clients;
  readonly #key: string;
  readonly #connection: Connection;
  readonly #onAnswer: (answer: AnswerMetadata) => void;
  /** To be passed to every `send`: it ends the call in time. */
  readonly options: { readonly abortSignal: AbortSignal };

  constructor(
    clients: Clients,
    key: string,
    connection: Connection,
    abortSignal: AbortSignal,
    onAnswer: (answer: AnswerMetadata) => void,
  ) {
    this.#clients = clients;
    this.#key = key;
    this.#connection = connection;
    this.#onAnswer = onAnswer;
    this.options = { abortSignal };
  }

  elastiCache(): ElastiCacheClient {
    return this.#clients.elastiCache(this.#key, this.#connection);
  }

  ec2(): EC2Client {
    return this.#clients.ec2(this.#key, this.#connection);
  }

  ssm(): SSMClient {
    return this.#clients.ssm(this.#key, this.#connection);
  }

  restJson(service: RestJsonService): unknown {
    return this.#clients.restJson(service, this.#key, this.#connection);
  }

  sts(): STSClient {
    return this.#clients.sts(this.#key, this.#connection);
  }

  /** What became of the attempts of this call. */
  get attempts(): Attempts {
    return attemptsOf(this.options.abortSignal);
  }

  /** Notes an answer in the log. The call's next request, if there is one, has the whole time again. */
  answered(metadata: AnswerMetadata): void {
    this.#onAnswer(metadata);
  }
}
