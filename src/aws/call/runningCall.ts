import type { Failure } from "../../core/failures/failures";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { accountRequests } from "../../core/requests/account";
import { type Target, targetKey } from "../../core/target";
import type { Profile, SharedConfig } from "../../profiles/profile";
import type { CallOptions } from "../callOptions";
import { remedyOf } from "../credentials/remedy";
import { Deadline } from "../deadline";
import { endpointOf } from "../endpoints/endpointOf";
import { failureOf } from "../failureOf";
import { regionDisabledText } from "../failures/answeredFailure";
import { aftermath, type FailedCall, type Operation } from "../failures/call";
import { meansExpired } from "../failures/codes";
import { requestIdOf, serviceErrorOf } from "../failures/serviceError";
import { withWholeLabel } from "../failures/wholeLabel";
import { attemptsOf } from "../http/attempts";
import { callerIdentity } from "../operations/callerIdentity";
import { profileForTarget } from "../profileForTarget";
import { redactedFailure } from "../secrets/redactedFailure";
import { CallClients } from "./callClients";
import type { Work } from "./caller";
import type { Connection } from "./makeClients";
import type { CallParts } from "./parts";
import { ofAnotherPartition, whereToAsk } from "./regionDisabled";
import { type RequestRecord, requestLine } from "./requestLine";

/**
 * One call: finds the profile, its endpoint and its credentials, gives the operation a client for exactly
 * these, keeps the time, and turns whatever goes wrong into a failure.
 */
export class RunningCall {
  readonly #parts: CallParts;
  readonly #target: Target;
  readonly #operation: Operation;
  readonly #options: CallOptions;
  readonly #deadline: Deadline;
  readonly #redact = (text: string): string => this.#parts.secrets.redact(text);
  #started = performance.now();
  #profile: Profile | undefined;
  #config: SharedConfig | undefined;
  #requestId: string | undefined;

  constructor(
    parts: CallParts,
    target: Target,
    operation: Operation,
    options: CallOptions,
    seconds = parts.host.requestTimeout(),
  ) {
    this.#parts = parts;
    this.#target = target;
    this.#operation = operation;
    this.#options = options;
    this.#deadline = new Deadline(seconds, options.signal);
  }

  async outcome<T>(work: Work<T>): Promise<Outcome<T>> {
    try {
      const value = await this.#run(work);
      return succeeded(value, this.#requestId, attemptsOf(this.#deadline.signal));
    } catch (error) {
      const failure = this.#failure(error);
      this.#log(failure, attemptsOf(this.#deadline.signal).count, failure.requestId);
      return failed(await this.#explained(failure));
    } finally {
      this.#deadline.end();
      const { ahead } = attemptsOf(this.#deadline.signal);
      if (ahead !== undefined) {
        this.#parts.clocks.set(targetKey(this.#target), ahead);
      }
    }
  }

  async #run<T>(work: Work<T>): Promise<T> {
    const { host, credentials, handlers, lanes, secrets } = this.#parts;
    const config = await this.#deadline.race(host.config());
    secrets.addConfigured(config, host.environment, host.network?.());
    const profile = profileForTarget(this.#target, config);
    this.#profile = profile;
    this.#config = config;
    const endpoint = endpointOf(this.#operation.service, profile, config, host.environment);
    const { region } = this.#target;
    for (let renewed = false; ; renewed = true) {
      const keys = await credentials.get({ profile: profile.name, config, use: "own" }, this.#deadline);
      const { xml, json } = await handlers.of(profile);
      // The others are services of the Query protocol.
      const handler = ["ssm", "scheduler"].includes(this.#operation.service) ? json : xml;
      const clients = this.#clients({ region, endpoint, credentials: keys, handler });
      const to = endpoint.url ?? `${this.#operation.service} ${region}`;
      const leave = await lanes.enter(to, profile.name, this.#deadline.signal);
      try {
        return await this.#deadline.race(work(clients));
      } catch (error) {
        // Nothing in the SDK gets new keys when the API says that the old ones have expired.
        if (renewed || this.#deadline.stopped || !saysExpired(error)) {
          throw error;
        }
        credentials.expire(profile.name, keys);
      } finally {
        leave();
      }
    }
  }

  #clients(connection: Connection): CallClients {
    const { clients } = this.#parts;
    return new CallClients(clients, targetKey(this.#target), connection, this.#deadline.signal, (answer) => {
      this.#requestId = requestIdOf(answer.requestId, this.#redact);
      this.#log({ status: answer.httpStatusCode }, answer.attempts ?? 1, this.#requestId);
      this.#started = performance.now();
      attemptsOf(this.#deadline.signal).reset();
      this.#deadline.restart();
    });
  }

  #failure(error: unknown): Failure {
    const failure = redactedFailure(failureOf(error, this.#failedCall()), this.#redact);
    return withWholeLabel(failure, this.#target, this.#config);
  }

  /** A refusal of the credentials is the region's, where STS accepts them elsewhere. */
  async #explained(failure: Failure): Promise<Failure> {
    const { host } = this.#parts;
    const [profile, config] = [this.#profile, this.#config];
    if (!profile || !config) {
      return failure;
    }
    const call = this.#failedCall();
    const other = ofAnotherPartition(failure, this.#target, profile, config);
    if (other) {
      return { ...other, message: `${other.message}${aftermath(call)}` };
    }
    const home = whereToAsk(failure, this.#operation, this.#target, profile, config, host.environment);
    if (!home || (await this.#isRefusedAt(home))) {
      return failure;
    }
    const { remedy: _, label: __, ...rest } = failure;
    return { ...rest, kind: "regionDisabled", message: `${regionDisabledText(call)}${aftermath(call)}` };
  }

  async #isRefusedAt(home: Target): Promise<boolean> {
    const question = new RunningCall(
      this.#parts,
      home,
      accountRequests.callerIdentity(),
      this.#options,
      this.#deadline.secondsLeft,
    );
    try {
      await question.#run(callerIdentity);
      return false;
    } catch {
      return true;
    } finally {
      question.#deadline.end();
    }
  }

  #failedCall(): FailedCall {
    const remedy = this.#profile && this.#config && remedyOf(this.#profile, this.#config);
    const { stopped, seconds, signal } = this.#deadline;
    const attempts = attemptsOf(signal);
    return {
      operation: this.#operation,
      profile: this.#target.profile,
      region: this.#target.region,
      attempts,
      redact: this.#redact,
      ...(attempts.endpoint ? { endpoint: attempts.endpoint } : {}),
      ...(remedy ? { remedy } : {}),
      ...(stopped ? { stopped: { reason: stopped, seconds } } : {}),
    };
  }

  #log(result: RequestRecord["result"], attempts: number, requestId: string | undefined): void {
    const milliseconds = performance.now() - this.#started;
    const line = requestLine({
      operation: this.#operation,
      target: this.#target,
      result,
      attempts,
      milliseconds,
      requestId,
    });
    this.#parts.host.log(this.#redact(line));
  }
}

function saysExpired(error: unknown): boolean {
  const answered = serviceErrorOf(error);
  return answered !== undefined && meansExpired(answered.code, answered.text);
}
