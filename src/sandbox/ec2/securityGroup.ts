import { fixedId } from "./ids";
import { type Rule, type RuleContent, ruleKey } from "./rule";

export interface SecurityGroupIdentity {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly ownerId: string;
  /** Absent for a group of EC2-Classic. */
  readonly vpcId?: string;
}

/** An EC2 security group and its rules. The rules it begins with are made when somebody first looks. */
export class SecurityGroup implements SecurityGroupIdentity {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly ownerId: string;
  readonly vpcId?: string;
  readonly tags = new Map<string, string>();
  readonly #first: () => Iterable<RuleContent>;
  readonly #firstOut: () => Iterable<RuleContent>;
  #ingress: Map<string, Rule> | undefined;
  #egress: readonly Rule[] | undefined;
  #rulePrefix: string | undefined;
  #made = 0;

  constructor(
    identity: SecurityGroupIdentity,
    first: () => Iterable<RuleContent> = () => [],
    firstOut: () => Iterable<RuleContent> = () => [everywhere],
  ) {
    this.id = identity.id;
    this.name = identity.name;
    this.description = identity.description;
    this.ownerId = identity.ownerId;
    if (identity.vpcId !== undefined) {
      this.vpcId = identity.vpcId;
    }
    this.#first = first;
    this.#firstOut = firstOut;
  }

  /** The ingress rules by id, oldest first. */
  get ingress(): ReadonlyMap<string, Rule> {
    return this.#rules();
  }

  /** Everything may leave, as EC2 makes a group, unless it began otherwise. A group of EC2-Classic has no such rules. */
  get egress(): readonly Rule[] {
    this.#egress ??=
      this.vpcId === undefined ? [] : [...this.#firstOut()].map((content) => this.#rule(content, true));
    return this.#egress;
  }

  findSame(content: RuleContent): Rule | undefined {
    const key = ruleKey(content);
    return [...this.#rules().values()].find((rule) => ruleKey(rule) === key);
  }

  addIngress(content: RuleContent): Rule {
    const rule = this.#rule(content, false);
    this.#rules().set(rule.id, rule);
    return rule;
  }

  /** What a rule says, in the place of the one with its id. */
  replaceIngress(rule: Rule): void {
    this.#rules().set(rule.id, rule);
  }

  removeIngress(rule: Rule): void {
    this.#rules().delete(rule.id);
  }

  #rules(): Map<string, Rule> {
    if (this.#ingress === undefined) {
      this.#ingress = new Map();
      for (const content of this.#first()) {
        this.addIngress(content);
      }
    }
    return this.#ingress;
  }

  // A rule's id begins with digits of its group's, so that a rule is found without making those of all groups.
  // The rest counts, so that a rule that is made again is another rule.
  #rule(content: RuleContent, isEgress: boolean): Rule {
    const rest = `${isEgress ? "e" : "0"}${(this.#made++).toString(16).padStart(5, "0")}`;
    this.#rulePrefix ??= rulePrefix(this.id);
    const id = `sgr-0${this.#rulePrefix}${rest}`;
    return { ...content, id, groupId: this.id, isEgress, tags: new Map() };
  }
}

const everywhere: RuleContent = { protocol: "-1", source: { kind: "cidrIpv4", cidr: "0.0.0.0/0" } };

/** The digits that the ids of a group's rules begin with. */
export function rulePrefix(groupId: string): string {
  return fixedId("", "rules of", groupId).slice(-10);
}

/** The same digits, from a rule's id. */
export function rulePrefixOf(ruleId: string): string {
  return ruleId.slice("sgr-0".length, "sgr-0".length + 10);
}
