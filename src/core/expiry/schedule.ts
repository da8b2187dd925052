import { partitionOf } from "../regions";

/** Our own group, so that all that is pending is in one place. */
export const scheduleGroup = "elasticache-access";

/** A schedule that revokes rules once and then deletes itself. */
export interface RevokeSchedule {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly groupId: string;
  readonly ruleIds: readonly string[];
  readonly roleArn: string;
}

/**
 * The fields of CreateSchedule and UpdateSchedule, which replaces all of them.
 * https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 *
 * @param token the same for the same request, so that one whose answer was lost is safe to repeat
 */
export function scheduleInput(schedule: RevokeSchedule, region: string, token: string) {
  return {
    Name: schedule.name,
    GroupName: scheduleGroup,
    ScheduleExpression: atExpression(schedule.at),
    ScheduleExpressionTimezone: "UTC",
    FlexibleTimeWindow: { Mode: "OFF" as const },
    ActionAfterCompletion: "DELETE" as const,
    State: "ENABLED" as const,
    Description: "Revokes what ElastiCache Access has let in until then",
    ClientToken: token,
    Target: {
      Arn: `arn:${partitionOf(region).partition}:scheduler:::aws-sdk:ec2:revokeSecurityGroupIngress`,
      RoleArn: schedule.roleArn,
      Input: targetInput(schedule),
      // A day of tries, as many as there may be: the rule is open until one of them is heard.
      RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
    },
  };
}

/** What is left of the fields once EventBridge Scheduler gives them back, as far as it does. */
export interface ReadSchedule {
  readonly ScheduleExpression?: string | undefined;
  readonly ScheduleExpressionTimezone?: string | undefined;
  readonly State?: string | undefined;
  readonly ActionAfterCompletion?: string | undefined;
  readonly FlexibleTimeWindow?: { readonly Mode?: string | undefined } | undefined;
  readonly Target?:
    | {
        readonly Arn?: string | undefined;
        readonly RoleArn?: string | undefined;
        readonly Input?: string | undefined;
      }
    | undefined;
}

/** The fields in which what is there differs from what was meant: it would not do what it is there for. */
export function scheduleDifferences(
  meant: ReturnType<typeof scheduleInput>,
  read: ReadSchedule,
): readonly string[] {
  const pairs: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ["ScheduleExpression", meant.ScheduleExpression, read.ScheduleExpression],
    ["ScheduleExpressionTimezone", meant.ScheduleExpressionTimezone, read.ScheduleExpressionTimezone],
    ["State", meant.State, read.State],
    ["ActionAfterCompletion", meant.ActionAfterCompletion, read.ActionAfterCompletion],
    ["FlexibleTimeWindow", meant.FlexibleTimeWindow.Mode, read.FlexibleTimeWindow?.Mode],
    ["Target.Arn", meant.Target.Arn, read.Target?.Arn],
    ["Target.RoleArn", meant.Target.RoleArn, read.Target?.RoleArn],
    ["Target.Input", sorted(meant.Target.Input), sorted(read.Target?.Input)],
  ];
  return pairs.flatMap(([name, wanted, found]) => (wanted === found ? [] : [name]));
}

/** What a schedule of ours revokes; `undefined` for anything else. */
export function rulesOfInput(
  text: string | undefined,
): Pick<RevokeSchedule, "groupId" | "ruleIds"> | undefined {
  const value = parsed(text);
  const fields: Readonly<Record<string, unknown>> = typeof value === "object" ? { ...value } : {};
  const { GroupId: groupId, SecurityGroupRuleIds: ids } = fields;
  return typeof groupId === "string" && Array.isArray(ids) && ids.every((id) => typeof id === "string")
    ? { groupId, ruleIds: ids }
    : undefined;
}

/** The role that the setting names, which may be an ARN already, or have a path. */
export function roleArn(role: string, accountId: string, region: string): string {
  return role.startsWith("arn:")
    ? role
    : `arn:${partitionOf(region).partition}:iam::${accountId}:role/${role.replace(/^\//, "")}`;
}

/** There is no zone in it, and no fraction: a second is begun before it is over. */
function atExpression(at: number): string {
  return `at(${new Date(Math.ceil(at / 1000) * 1000).toISOString().slice(0, 19)})`;
}

/** The keys follow the Java SDK's spelling, which for these two is the API's. */
function targetInput({ groupId, ruleIds }: Pick<RevokeSchedule, "groupId" | "ruleIds">): string {
  return JSON.stringify({ GroupId: groupId, SecurityGroupRuleIds: [...ruleIds] });
}

/** The same for the same JSON, whatever the order of its keys. */
function sorted(text: string | undefined): string | undefined {
  const value = parsed(text);
  return typeof value === "object" && value !== null
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : text;
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
