import { ApiError } from "../apiError";
import type { Agent, Instance } from "../ec2/paths/model";
import type { JsonObject } from "../jsonObject";
import { jsonPage } from "../scheduler/jsonPage";
import type { TargetOperation } from "../targetService";

interface Managed {
  readonly instance: Instance;
  readonly agent: Agent;
}

/** What can be asked for, by the API's names. */
const keys: Readonly<Record<string, (managed: Managed) => string>> = {
  InstanceIds: ({ instance }) => instance.id,
  PingStatus: ({ agent }) => agent.ping,
  PlatformTypes: () => "Linux",
  ResourceType: () => "EC2Instance",
  AgentVersion: ({ agent }) => agent.version,
};

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeInstanceInformation.html */
export const describeInstanceInformation: TargetOperation = ({ body, state, today }) => {
  const matches = filtersOf(body);
  const { agents, instances } = state.ec2.paths;
  const managed = instances
    .flatMap((instance) => {
      const agent = agents.get(instance.id);
      return agent ? [{ instance, agent }] : [];
    })
    .filter(matches);
  const { items, nextToken } = jsonPage(managed, ({ instance }) => instance.id, pageOf(body));
  return {
    InstanceInformationList: items.map((each) => information(each, today)),
    ...(nextToken === undefined ? {} : { NextToken: nextToken }),
  };
};

function information({ instance, agent }: Managed, today: number): JsonObject {
  return {
    InstanceId: instance.id,
    PingStatus: agent.ping,
    LastPingDateTime: Math.floor(today / 1000),
    AgentVersion: agent.version,
    PlatformType: "Linux",
    PlatformName: "Amazon Linux",
    ResourceType: "EC2Instance",
    IPAddress: instance.privateIp,
    ComputerName: `ip-${instance.privateIp.replaceAll(".", "-")}.us-west-2.compute.internal`,
  };
}

function filtersOf({ Filters = [] }: JsonObject): (managed: Managed) => boolean {
  if (!Array.isArray(Filters)) {
    throw new ApiError("ValidationException", "Filters is not a list.");
  }
  const filters = Filters.map((filter: { readonly Key?: unknown; readonly Values?: unknown }) => {
    const value = keys[String(filter?.Key)];
    if (value === undefined) {
      throw new ApiError("InvalidFilterKey");
    }
    if (!Array.isArray(filter.Values) || filter.Values.length === 0) {
      throw new ApiError("ValidationException", "A filter has no values.");
    }
    const wanted: readonly unknown[] = filter.Values;
    return (managed: Managed) => wanted.includes(value(managed));
  });
  return (managed) => filters.every((filter) => filter(managed));
}

/** Pages are of 5 to 50. */
function pageOf({ MaxResults = 10, NextToken }: JsonObject): ReadonlyMap<string, string> {
  const size = Number(MaxResults);
  if (!Number.isInteger(size) || size < 5 || size > 50) {
    throw new ApiError("ValidationException", "MaxResults must be between 5 and 50.");
  }
  return new Map([
    ["MaxResults", String(size)],
    ...(typeof NextToken === "string" ? [["NextToken", NextToken] as const] : []),
  ]);
}
