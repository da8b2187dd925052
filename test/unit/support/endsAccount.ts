import assert from "node:assert/strict";
import type { ExpiringClients } from "../../../src/aws/api/expiring";
import type { ChangeServices } from "../../../src/changes/services";
import type { End } from "../../../src/core/expiry/expiry";
import { expiryTags } from "../../../src/core/expiry/expiry";
import type { GivenEnd } from "../../../src/core/expiry/givenEnd";
import { scheduleInput } from "../../../src/core/expiry/schedule";
import type { Failure } from "../../../src/core/failures/failures";
import { failed, type Outcome, succeeded } from "../../../src/core/outcome";
import type { Rule, RuleContent } from "../../../src/core/rules/rule";
import type { Settings } from "../../../src/core/settings";
import { AccountStore } from "../../../src/store/accountStore";
import { Ends } from "../../../src/store/expiry/ends";
import { ExpiryStore } from "../../../src/store/expiry/expiryStore";
import { ruleFrom } from "../../support/caches";
import type { ScriptedServices } from "../../support/scriptedServices";
import { target } from "./account";
import { ChangedAccount } from "./accountServices";
import { ScriptedMemory } from "./scriptedMemory";
import { Refusal, ScriptedScheduler } from "./scriptedScheduler";

/** The time by AWS's clock when a test begins. */
export const noon = Date.UTC(2026, 10, 27, 12);
export const hour = 3_600_000;
export const inAnHour: GivenEnd = {
  kind: "after",
  text: "PT1H",
  duration: { years: 0, months: 0, days: 0, milliseconds: hour },
};
export const accountId = "111122223333";
/** Of the role that the setting names `expiry`. */
export const roleArn = `arn:aws:iam::${accountId}:role/expiry`;
/** The settings with it. */
export const withRole: Partial<Settings> = { expiryRoles: { [target.profile]: "expiry" } };

export const denied: Failure = { kind: "accessDenied", message: "It may not. Nothing was changed." };
/** No answer came: what was asked for may be so. */
export const lost: Failure = {
  ...{ kind: "network", inDoubt: true },
  message: "No answer came. The change may have been made all the same: refresh to see.",
};

/** What a request comes to: a refusal, or an answer that was lost after it was carried out. */
type Fault = Failure | { readonly after: Failure };

/** A rule that is made by its number, with an end where one is given. */
export function ruleThatEnds(
  number: number,
  end?: End,
  more: Partial<Pick<Rule, "id" | "tags" | "description">> = {},
): Rule & RuleContent {
  const scheduled = end?.scheduleName === undefined ? {} : { [expiryTags.schedule]: end.scheduleName };
  return {
    ...{ ...ruleFrom(`10.${number}.0.0/16`, 6379, 6379, "tcp", "sg-a"), id: `sgr-${number}` },
    tags: end
      ? { [expiryTags.expires]: new Date(end.at).toISOString(), [expiryTags.by]: end.by, ...scheduled }
      : {},
    ...more,
  };
}

/** An account in which things end: its rules, its schedules, and what this machine remembers. */
export class EndsAccount extends ChangedAccount {
  /** By AWS's clock. */
  now = noon;
  settings: Partial<Settings> = {};
  isAccountKnown = true;
  readonly memory = new ScriptedMemory();
  readonly scheduler = new ScriptedScheduler();
  /** What becomes of the next requests of an operation, in their order; those after them go well. */
  readonly faults: { [action: string]: Fault[] } = {};
  /** What somebody does before a request of an operation is answered. */
  readonly meanwhile: { [action: string]: () => void } = {};
  /** The requests: the operation, and what it is about. A schedule that was made just now is called new. */
  readonly sent: string[] = [];
  #made = 0;

  constructor(...rules: readonly Rule[]) {
    super();
    for (const rule of rules) {
      this.scheduler.rules.set(rule.id ?? assert.fail(), rule);
    }
  }

  /** What is remembered, without whose it is, which is the same of all. */
  get remembered(): readonly object[] {
    return this.memory.entries.map(({ profile, region, ...entry }) => {
      assert.deepEqual({ profile, region }, target);
      return entry;
    });
  }

  /** There is a schedule of ours already. */
  schedule(name: string, at: number, ...ruleIds: readonly string[]): void {
    const fields = { name, at, groupId: "sg-a", ruleIds, roleArn };
    this.scheduler.schedules.set(name, scheduleInput(fields, target.region, "token"));
  }

  tags(id: string): Rule["tags"] | undefined {
    return this.scheduler.rules.get(id)?.tags;
  }

  /** What operations were asked for. */
  sentTo(...actions: readonly string[]): readonly string[] {
    return this.sent.filter((line) => actions.some((action) => line.startsWith(`${action} `)));
  }

  override services(): ScriptedServices {
    const scripted = super.services();
    const { services } = scripted;
    const ends = new Ends();
    ends.now = () => this.now;
    const accounts = new AccountStore(async () => ({
      callerIdentity: async () => {
        this.sent.push("GetCallerIdentity");
        return this.isAccountKnown ? succeeded({ accountId, arn: "arn" }) : failed(denied);
      },
    }));
    const settings = () => ({ ...services.state.settings(), ...this.settings });
    const changed: ChangeServices = {
      ...services,
      state: { ...services.state, ends, accounts, settings },
      expiry: new ExpiryStore(this.memory, ends),
      schedules: async () => this.scheduler.commands,
      aws: async () => ({ ...(await services.aws()), ...this.#api() }),
    };
    return { ...scripted, services: changed };
  }

  #api(): Pick<
    Awaited<ReturnType<ChangeServices["aws"]>>,
    "describeVpcRule" | "authorizeVpcIngress" | "expiring"
  > {
    const { rules } = this.scheduler;
    return {
      describeVpcRule: (_, id) =>
        this.#answer("DescribeSecurityGroupRules", id, async () => {
          const rule = rules.get(id);
          return rule ? [rule] : [];
        }),
      authorizeVpcIngress: (_, { groupId, rules: contents, tags = {} }) =>
        this.#answer("AuthorizeSecurityGroupIngress", groupId, async () => {
          const made = contents.map((content): Rule => {
            this.#made += 1;
            return { ...content, id: `sgr-made-${this.#made}`, groupId, tags };
          });
          for (const rule of made) {
            rules.set(rule.id ?? "", rule);
          }
          return { rules: made };
        }),
      expiring: (at, { action, subject, input }, send) => {
        assert.deepEqual(at, target);
        const { scheduleName, securityGroupId } = subject;
        const ids = "Resources" in input && Array.isArray(input.Resources) ? input.Resources.join("+") : "";
        const about = scheduleName?.replace(/^elasticache-access-[0-9a-f]{16}$/, "new");
        return this.#answer(action, about ?? `${securityGroupId} ${ids}`, async () => {
          const { proof } = await send(noClients, { abortSignal: new AbortController().signal });
          assert.ok(proof);
          return proof.value;
        });
      },
    };
  }

  async #answer<T>(action: string, about: string, carryOut: () => Promise<T>): Promise<Outcome<T>> {
    this.sent.push(`${action} ${about}`);
    this.meanwhile[action]?.();
    const fault = this.faults[action]?.shift();
    if (fault && !("after" in fault)) {
      return failed(fault);
    }
    try {
      const value = await carryOut();
      return fault ? failed(fault.after) : succeeded(value);
    } catch (error) {
      if (error instanceof Refusal) {
        return failed(error.failure);
      }
      throw error;
    }
  }
}

const noClients: ExpiringClients = { ec2: () => assert.fail(), restJson: () => assert.fail() };
