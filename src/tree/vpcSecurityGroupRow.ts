import { type Cache, portsText } from "../core/caches/cache";
import { notEvaluated } from "../core/caches/cacheFacts";
import { joined } from "../core/joined";
import { rulesFor } from "../core/reach/openedCaches";
import type { Rule } from "../core/rules/rule";
import { maker, managedBy } from "../core/rules/vpcSecurityGroup";
import { branchState } from "../store/branch";
import type { CacheState } from "../store/state";
import { spoken } from "./description";
import { endingFirst } from "./endOfRow";
import { icons } from "./icons";
import { shortTooltip } from "./markdown";
import { NoteRow } from "./noteRow";
import { OtherRulesRow } from "./otherRulesRow";
import { contextValue, type Row, type RowIcon, type RowItem, rowId } from "./row";
import type { VpcSecurityGroupParams } from "./rowParams";
import { RuleRow } from "./ruleRow";

/** A VPC security group of a cache; below it, the rules that cover the cache's ports. */
export class VpcSecurityGroupRow implements Row {
  readonly kind = "vpcSecurityGroup";
  readonly id: string;
  readonly parent: Row;
  readonly params: VpcSecurityGroupParams;
  readonly #state: CacheState;
  readonly #cache: () => Cache;

  constructor(state: CacheState, parent: Row, params: VpcSecurityGroupParams, cache: () => Cache) {
    this.#state = state;
    this.#cache = cache;
    this.parent = parent;
    this.params = params;
    const { profile, region, cacheKind, cacheId, securityGroupId } = params;
    this.id = rowId(this.kind, profile, region, cacheKind, cacheId, securityGroupId);
  }

  item(): RowItem {
    const id = this.params.securityGroupId;
    const group = this.#state.vpc.group(this.params, id);
    const known = this.#rules() !== undefined;
    const status = this.#membership();
    const openness = this.#state.vpc.openness(this.params, this.#cache());
    const open = openness.rules.some(({ groupId }) => groupId === id) ? "open" : "";
    const stale = branchState(this.#state.vpc.get(this.params)) === "stale" ? "stale" : "";
    const made = group && managedBy(group);
    const reading = !known && this.#state.vpc.get(this.params).loading;
    const unread = known ? "" : reading ? "reading…" : "not known";
    const words = [open, unread, status === "active" ? "" : status, group && maker(group)];
    return {
      label: group?.name ?? id,
      description: joined(...words, group && id, stale),
      contextValue: contextValue(
        this.kind,
        open,
        made && "managed",
        status === "active" ? "" : "changing",
        stale,
      ),
      icon: icon(reading || status !== "active", open !== "", made !== undefined),
      tooltip: shortTooltip(
        group?.name ?? id,
        [id, group?.vpcId, group?.ownerId && `account ${group.ownerId}`],
        [group?.description, status, made && `made by ${made}`],
        [notEvaluated],
      ),
      accessibilityLabel: spoken(`VPC security group ${group?.name ?? id}`, stale, ...words, group && id),
      open: "collapsed",
    };
  }

  children(): readonly Row[] | undefined {
    const rules = this.#rules();
    if (rules === undefined) {
      return this.#state.vpc.get(this.params).failures.length === 0
        ? undefined
        : [new NoteRow(this, "notKnown", "Rules not known", "they could not be read", icons.notKnown)];
    }
    const byPort = rulesFor(this.#cache(), rules);
    if (rules.length === 0) {
      return [new NoteRow(this, "closed", "Lets nobody in", "no rules", icons.letsNobodyIn)];
    }
    if (byPort === undefined) {
      const words = "which of its rules let somebody in is not either";
      return [
        new NoteRow(this, "noPort", "Port not known yet", words, icons.notKnown),
        ...this.#ruleRows(rules),
      ];
    }
    const { covering, others } = byPort;
    return [
      ...this.#ruleRows(covering),
      ...(covering.length === 0
        ? [
            new NoteRow(
              this,
              "closed",
              "Lets nobody in",
              `no rule covers port ${portsText(this.#cache())}`,
              icons.letsNobodyIn,
            ),
          ]
        : []),
      ...(others.length > 0
        ? [new OtherRulesRow(this.#state, this, this.params, this.#cache, () => this.#others())]
        : []),
    ];
  }

  async load(): Promise<void> {
    await this.#state.vpc.load(this.params);
    await this.#state.vpc.loadFacts(this.params);
  }

  /** The rules of the group; `undefined` where they were not read. */
  #rules(): readonly Rule[] | undefined {
    return this.#state.vpc.rules(this.params, this.params.securityGroupId);
  }

  #others(): readonly Rule[] {
    return rulesFor(this.#cache(), this.#rules() ?? [])?.others ?? [];
  }

  #ruleRows(rules: readonly Rule[]): readonly Row[] {
    return endingFirst(rules, (rule) => this.#state.ends.shownOfRule(this.params, rule)).map(
      (rule) => new RuleRow(this.#state, this, this.params, this.#cache, rule),
    );
  }

  #membership(): string {
    const groups = this.#cache().securityGroups ?? [];
    return groups.find(({ id }) => id === this.params.securityGroupId)?.status ?? "active";
  }
}

/** A tool stands for a group that a tool made: a change by hand may be undone. */
function icon(isUnderWay: boolean, isOpen: boolean, isManaged: boolean): RowIcon {
  if (isUnderWay) {
    return icons.underWay;
  }
  return {
    ...(isManaged ? icons.madeByTool : icons.securityGroup),
    ...(isOpen ? { color: icons.open.color } : {}),
  };
}
