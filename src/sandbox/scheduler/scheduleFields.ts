import { ApiError } from "../apiError";
import type { RestCall } from "../restService";
import { Members, nameForm } from "./constraints";
import type { ScheduleFields } from "./schedule";

export const tokenForm = /^[a-zA-Z0-9-_]+$/;

/** Reads them, and refuses what the service does. */
export function readScheduleFields(call: RestCall): ScheduleFields {
  const members = new Members(call.body);
  const expression = members.requiredText("ScheduleExpression", /^[\s\S]+$/, 256);
  const timezone = members.text("ScheduleExpressionTimezone", /^[\s\S]+$/, 50) ?? "UTC";
  const description = members.text("Description", /^[\s\S]*$/, 512);
  const at = momentOf(expression, timezone);
  if (at !== undefined && at <= call.today) {
    throw new ApiError(
      "ValidationException",
      `Invalid Schedule Expression ${expression}: it is in the past.`,
    );
  }
  return {
    expression,
    timezone,
    ...(at === undefined ? {} : { at }),
    window: windowOf(members.requiredStructure("FlexibleTimeWindow")),
    state: members.oneOf("State", ["ENABLED", "DISABLED"]) ?? "ENABLED",
    afterCompletion: members.oneOf("ActionAfterCompletion", ["NONE", "DELETE"]) ?? "NONE",
    ...(description === undefined ? {} : { description }),
    target: targetOf(members.requiredStructure("Target"), call),
  };
}

/** The group that a body names, or else `default`. */
export function groupNameIn(call: RestCall): string {
  return new Members(call.body).text("GroupName", nameForm, 64) ?? "default";
}

function windowOf(members: Members): ScheduleFields["window"] {
  const Mode = members.oneOf("Mode", ["OFF", "FLEXIBLE"]);
  const MaximumWindowInMinutes = members.number("MaximumWindowInMinutes", 1, 1440);
  if (Mode === undefined || (Mode === "FLEXIBLE") !== (MaximumWindowInMinutes !== undefined)) {
    throw new ApiError(
      "ValidationException",
      "FlexibleTimeWindow needs a Mode, and MaximumWindowInMinutes where that is FLEXIBLE and only there.",
    );
  }
  return MaximumWindowInMinutes === undefined ? { Mode } : { Mode, MaximumWindowInMinutes };
}

function targetOf(members: Members, call: RestCall): ScheduleFields["target"] {
  const Arn = members.requiredText("Arn", /^arn:aws[a-z-]*:[\s\S]+$/, 1600);
  const RoleArn = members.requiredText("RoleArn", /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 1600);
  const Input = members.text("Input", /^[\s\S]+$/, 262_144);
  const retry = members.structure("RetryPolicy");
  checkRole(RoleArn, call);
  if (/:aws-sdk:/.test(Arn) && !isJson(Input ?? "{}")) {
    throw new ApiError("ValidationException", "Provided Target Input is not valid JSON.");
  }
  return {
    Arn,
    RoleArn,
    ...(Input === undefined ? {} : { Input }),
    RetryPolicy: {
      MaximumEventAgeInSeconds: retry?.number("MaximumEventAgeInSeconds", 60, 86_400) ?? 86_400,
      MaximumRetryAttempts: retry?.number("MaximumRetryAttempts", 0, 185) ?? 185,
    },
  };
}

/** Every role of the caller's own account is taken to be there, and to trust EventBridge Scheduler. */
function checkRole(roleArn: string, call: RestCall): void {
  call.alsoNeeds("iam:PassRole");
  if (roleArn.split(":")[4] !== call.account.accountId) {
    throw new ApiError("AccessDeniedException", "Cross-account pass role is not allowed.");
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The moment of `at(…)`; nothing for one that comes again and again. */
function momentOf(expression: string, timezone: string): number | undefined {
  const offset = offsetOf(timezone);
  const [, local] = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(expression) ?? [];
  if (local !== undefined) {
    const asUtc = Date.parse(`${local}Z`);
    if (!Number.isNaN(asUtc)) {
      return asUtc - offset(asUtc);
    }
  }
  if (
    /^rate\([1-9]\d* (?:minute|hour|day)s?\)$/.test(expression) ||
    /^cron\((?:\S+ ){5}\S+\)$/.test(expression)
  ) {
    return undefined;
  }
  throw new ApiError("ValidationException", `Invalid Schedule Expression ${expression}.`);
}

/** How far a zone's time is ahead of UTC at a moment, in milliseconds. */
function offsetOf(timezone: string): (at: number) => number {
  try {
    const format = new Intl.DateTimeFormat("en-CA", {
      timeZone: timezone,
      ...{ year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
    });
    return (at) => Date.parse(`${format.format(at).replace(", ", "T")}Z`) - at;
  } catch {
    throw new ApiError(
      "ValidationException",
      `Provided ScheduleExpressionTimezone ${timezone} is not valid.`,
    );
  }
}
