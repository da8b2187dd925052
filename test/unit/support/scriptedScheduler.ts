import assert from "node:assert/strict";
import type { ExpiringSend } from "../../../src/aws/api/expiring";
import type { ScheduleCommands } from "../../../src/changes/services";
import { rulesOfInput } from "../../../src/core/expiry/schedule";
import type { Failure } from "../../../src/core/failures/failures";
import type { Rule } from "../../../src/core/rules/rule";

/** What a request gives a schedule. */
type ScheduleFields = Parameters<ScheduleCommands["createSchedule"]>[0];

/** Why a request is refused. */
export class Refusal extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** EventBridge Scheduler's schedules, and the tags of EC2's rules. */
export class ScriptedScheduler {
  readonly rules = new Map<string, Rule>();
  readonly schedules = new Map<string, ScheduleFields>();
  hasGroup = true;
  /** The tokens that requests came with. */
  readonly tokens: string[] = [];

  /** When each schedule revokes what, and by which role. */
  get plans(): readonly string[] {
    return [...this.schedules.values()].map(({ ScheduleExpression, Target: { Input, RoleArn } }) => {
      const { groupId, ruleIds } = rulesOfInput(Input) ?? assert.fail(Input);
      return `${ScheduleExpression} ${groupId} ${ruleIds.join("+")} ${RoleArn}`;
    });
  }

  /** The commands in place of those that are sent. */
  readonly commands: ScheduleCommands = {
    createSchedule: (input) =>
      doing(() => {
        if (!this.hasGroup) {
          throw new Refusal(missing);
        }
        this.#keep(input);
      }),
    updateSchedule: (input) =>
      doing(() => {
        this.#found(input.Name);
        this.#keep(input);
      }),
    getSchedule: ({ Name }) => answering(() => this.#found(Name)),
    deleteSchedule: ({ Name }) =>
      doing(() => {
        this.#found(Name);
        this.schedules.delete(Name);
      }),
    createScheduleGroup: ({ Name }) =>
      doing(() => {
        assert.equal(Name, "elasticache-access");
        this.hasGroup = true;
      }),
    createTags: ({ Resources, Tags }) =>
      doing(() => {
        const tags = Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value]));
        this.#tag(Resources, (before) => ({ ...before, ...tags }));
      }),
    deleteTags: ({ Resources, Tags }) =>
      doing(() => {
        const keys = Tags.map(({ Key }) => Key);
        this.#tag(Resources, (before) =>
          Object.fromEntries(Object.entries(before).filter(([key]) => !keys.includes(key))),
        );
      }),
  };

  #keep(fields: ScheduleFields): void {
    this.tokens.push(fields.ClientToken);
    this.schedules.set(fields.Name, fields);
  }

  #found(name: string): ScheduleFields {
    const found = this.schedules.get(name);
    if (!found) {
      throw new Refusal(missing);
    }
    return found;
  }

  #tag(ids: readonly string[], change: (tags: Rule["tags"]) => Rule["tags"]): void {
    for (const id of ids) {
      const rule = this.rules.get(id) ?? assert.fail(id);
      this.rules.set(id, { ...rule, tags: change(rule.tags) });
    }
  }
}

export const missing: Failure = { kind: "notFound", message: "There is none. Nothing was changed." };

function answering<T>(carryOut: () => T): ExpiringSend<T> {
  return async () => ({ proof: { value: carryOut() }, $metadata: {} });
}

function doing(carryOut: () => void): ExpiringSend<undefined> {
  return answering(() => {
    carryOut();
    return undefined;
  });
}
