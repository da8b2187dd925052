import { CreateTagsCommand, DeleteTagsCommand } from "@aws-sdk/client-ec2";
import {
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  errorTypeRegistries,
  GetScheduleCommand,
  type SchedulerClient,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import type { ReadSchedule } from "../../core/expiry/schedule";
import type { ruleEndRequests } from "../../core/requests/ruleEnds";
import type { scheduleRequests } from "../../core/requests/schedules";
import type { ExpiringClients, ExpiringSend, RestJsonService } from "../api/expiring";

type ScheduleInput<Name extends keyof typeof scheduleRequests> = ReturnType<
  (typeof scheduleRequests)[Name]
>["input"];
type RuleInput<Name extends "tag" | "untag"> = ReturnType<(typeof ruleEndRequests)[Name]>["input"];

const service: RestJsonService = {
  name: "scheduler",
  serviceId: "Scheduler",
  protocolSettings: {
    defaultNamespace: "com.amazonaws.scheduler",
    errorTypeRegistries,
    version: "2021-06-30",
    serviceTarget: "AWSChronosService",
  },
};

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html */
export function createSchedule(input: ScheduleInput<"create">): ExpiringSend<undefined> {
  return async (clients, options) => {
    const { ScheduleArn, $metadata } = await scheduler(clients).send(
      new CreateScheduleCommand(input),
      options,
    );
    return { proof: proofOf(ScheduleArn?.endsWith(`/${input.Name}`)), $metadata };
  };
}

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_UpdateSchedule.html */
export function updateSchedule(input: ScheduleInput<"update">): ExpiringSend<undefined> {
  return async (clients, options) => {
    const { ScheduleArn, $metadata } = await scheduler(clients).send(
      new UpdateScheduleCommand(input),
      options,
    );
    return { proof: proofOf(ScheduleArn?.endsWith(`/${input.Name}`)), $metadata };
  };
}

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetSchedule.html */
export function getSchedule(input: ScheduleInput<"get">): ExpiringSend<ReadSchedule> {
  return async (clients, options) => {
    const read = await scheduler(clients).send(new GetScheduleCommand(input), options);
    return { proof: read.Name === input.Name ? { value: read } : undefined, $metadata: read.$metadata };
  };
}

/**
 * Its answer has no body: that the service gave it is what it proves.
 * https://docs.aws.amazon.com/scheduler/latest/APIReference/API_DeleteSchedule.html
 */
export function deleteSchedule(input: ScheduleInput<"remove">): ExpiringSend<undefined> {
  return async (clients, options) => {
    const { $metadata } = await scheduler(clients).send(new DeleteScheduleCommand(input), options);
    return { proof: proofOf(true), $metadata };
  };
}

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateScheduleGroup.html */
export function createScheduleGroup(input: ScheduleInput<"createGroup">): ExpiringSend<undefined> {
  return async (clients, options) => {
    const { ScheduleGroupArn, $metadata } = await scheduler(clients).send(
      new CreateScheduleGroupCommand(input),
      options,
    );
    return { proof: proofOf(ScheduleGroupArn !== undefined), $metadata };
  };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTags.html */
export function createTags(input: RuleInput<"tag">): ExpiringSend<undefined> {
  return async (clients, options) => {
    const command = new CreateTagsCommand(input);
    const answer = new ReturnedTrue();
    command.middlewareStack.add((next) => async (args) => answer.see(await next(args)), deserialize);
    const { $metadata } = await clients.ec2().send(command, options);
    return { proof: proofOf(answer.isTrue), $metadata };
  };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTags.html */
export function deleteTags(input: RuleInput<"untag">): ExpiringSend<undefined> {
  return async (clients, options) => {
    const command = new DeleteTagsCommand(input);
    const answer = new ReturnedTrue();
    command.middlewareStack.add((next) => async (args) => answer.see(await next(args)), deserialize);
    const { $metadata } = await clients.ec2().send(command, options);
    return { proof: proofOf(answer.isTrue), $metadata };
  };
}

/** The SDK's name for the step after which an answer has become an output. */
const deserialize = { step: "deserialize" } as const;

/** EC2 answers these with `<return>true</return>`, which the SDK throws away: any answer would be success. */
class ReturnedTrue {
  isTrue = false;

  see<T extends { readonly response: unknown }>(result: T): T {
    const { response } = result;
    this.isTrue =
      typeof response === "object" &&
      response !== null &&
      "body" in response &&
      Buffer.isBuffer(response.body) &&
      response.body.includes("<return>true</return>");
    return result;
  }
}

function proofOf(isProven: boolean | undefined): { readonly value: undefined } | undefined {
  return isProven ? { value: undefined } : undefined;
}

function scheduler(clients: ExpiringClients): SchedulerClient {
  const client = clients.restJson(service);
  if (!isScheduler(client)) {
    throw new Error("The client is another service's");
  }
  return client;
}

/** The client comes from another bundle, made for this service: by its settings it is known. */
function isScheduler(client: unknown): client is SchedulerClient {
  return (
    typeof client === "object" &&
    client !== null &&
    "config" in client &&
    typeof client.config === "object" &&
    client.config !== null &&
    "serviceId" in client.config &&
    client.config.serviceId === service.serviceId
  );
}
