/** What CreateSchedule and UpdateSchedule say of a schedule; each says all of it. */
export interface ScheduleFields {
  readonly expression: string;
  readonly timezone: string;
  /** Milliseconds since 1970, of a schedule that is for one moment. */
  readonly at?: number;
  readonly window: { readonly Mode: "OFF" | "FLEXIBLE"; readonly MaximumWindowInMinutes?: number };
  readonly state: "ENABLED" | "DISABLED";
  readonly afterCompletion: "NONE" | "DELETE";
  readonly description?: string;
  readonly target: {
    readonly Arn: string;
    readonly RoleArn: string;
    readonly Input?: string;
    readonly RetryPolicy: {
      readonly MaximumEventAgeInSeconds: number;
      readonly MaximumRetryAttempts: number;
    };
  };
}

/** A schedule as it is kept. */
export interface Schedule extends ScheduleFields {
  readonly name: string;
  readonly groupName: string;
  readonly createdAt: number;
  readonly changedAt: number;
  /** The token that it was made with: the same request made again makes no other. */
  readonly token: string | undefined;
  /** Whether its time has come and gone, of one that stays. */
  readonly isOver?: boolean;
}

export interface ScheduleGroup {
  readonly name: string;
  readonly createdAt: number;
  readonly token: string | undefined;
}
