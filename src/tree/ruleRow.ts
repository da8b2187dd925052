import type { Cache } from "../core/caches/cache";
import { joined } from "../core/joined";
import { blocksOf, holdsWords } from "../core/rules/prefixLists";
import { type Rule, ruleName } from "../core/rules/rule";
import { ruleParams } from "../core/rules/ruleParams";
import { briefSource, sourceKindWords, sourceLabel } from "../core/rules/ruleText";
import { trafficWords } from "../core/rules/traffic";
import { branchState } from "../store/branch";
import { sourceNames } from "../store/ruleNames";
import type { CacheState } from "../store/state";
import { spoken, spokenPorts } from "./description";
import { type EndOfRow, endOfRow } from "./endOfRow";
import { icons } from "./icons";
import { shortTooltip } from "./markdown";
import { contextValue, type Row, type RowIcon, type RowItem, rowId } from "./row";
import type { RowParams, VpcSecurityGroupParams } from "./rowParams";
import { type RuleState, ruleState } from "./ruleState";

/** An ingress rule: who may connect, as far as the security group decides. */
export class RuleRow implements Row {
  readonly kind = "rule";
  readonly id: string;
  readonly parent: Row;
  readonly params: VpcSecurityGroupParams & RowParams;
  readonly #state: CacheState;
  readonly #cache: () => Cache;
  readonly #asBuilt: Rule;

  constructor(state: CacheState, parent: Row, group: VpcSecurityGroupParams, cache: () => Cache, rule: Rule) {
    this.#state = state;
    this.#cache = cache;
    this.#asBuilt = rule;
    this.parent = parent;
    this.params = { ...group, ...ruleParams(rule) };
    const { profile, region, cacheKind, cacheId, securityGroupId } = group;
    this.id = rowId(this.kind, profile, region, cacheKind, cacheId, securityGroupId, ruleName(rule));
  }

  item(): RowItem {
    const rule = this.#rule();
    const { vpc } = this.#state;
    const state = ruleState(vpc, this.params, this.#cache(), rule);
    const names = sourceNames(vpc, this.params, rule);
    const label = sourceLabel(rule.source, names);
    const branch = vpc.get(this.params);
    const stale = branchState(branch) === "stale" && "stale";
    const { ends } = this.#state;
    const now = ends.now(this.params);
    const readAt = now - Date.now() + (branch.readAt ?? 0);
    const end = endOfRow(ends.shownOfRule(this.params, rule), now, readAt);
    const words = [...state.words.map(([, text]) => text), ...(end ? [end.text] : [])];
    const traffic = trafficWords(rule);
    const facts = [...words, ...traffic, rule.description];
    const [brief, rest] = briefSource(rule.source, names);
    return {
      label,
      description: joined(...facts),
      // An ID fills a narrow row: where there is something out of the ordinary to be seen, it stands at the end.
      ...(words.length > 0 &&
        brief !== label && { inView: { label: brief, description: joined(...facts, rest) } }),
      contextValue: contextValue(this.kind, ...state.words.map(([word]) => word), end?.word, stale),
      icon: icon(rule, state, end),
      tooltip: this.#tooltip(label, rule, state, end),
      accessibilityLabel: spoken(
        `Rule: ${label}`,
        stale,
        ...words,
        ...traffic.map(spokenPorts),
        rule.description,
      ),
      open: "leaf",
    };
  }

  /** Names and counts are read after the rules: whoever wants the row whole waits for them. */
  async load(): Promise<void> {
    await this.#state.vpc.loadFacts(this.params);
  }

  #tooltip(label: string, rule: Rule, { remarks, interfaces }: RuleState, end: EndOfRow | undefined): string {
    const { source } = rule;
    const group = source.kind === "securityGroup" ? source : undefined;
    const refused = this.#state.vpc.facts(this.params).failures.flatMap(({ action }) => action ?? []);
    const lists = this.#state.vpc.facts(this.params).prefixLists;
    const holds = source.kind === "prefixList" ? holdsWords(blocksOf(source, lists)) : undefined;
    const tags = Object.entries(rule.tags).map(([key, value]) => `${key} = ${value}`);
    return shortTooltip(
      label,
      [
        sourceKindWords(source),
        group?.groupId ?? (source.kind === "prefixList" ? source.prefixListId : undefined),
        group?.ownerId && `account ${group.ownerId}`,
        group?.vpcId,
        interfaces === undefined ? "" : `network interfaces with it: ${interfaces}`,
        holds && `holds ${holds}`,
      ],
      [
        trafficWords(rule).filter(Boolean).join(" "),
        rule.description,
        end?.line,
        rule.id ?? "ID not known: ec2:DescribeSecurityGroupRules was refused",
        ...tags,
      ],
      [refused.length > 0 ? `Less is known for want of ${refused.join(", ")}` : "", ...remarks],
    );
  }

  #rule(): Rule {
    const { securityGroupId } = this.params;
    return this.#state.vpc.findRule(this.params, securityGroupId, ruleName(this.#asBuilt)) ?? this.#asBuilt;
  }
}

function icon({ source }: Rule, { words }: RuleState, end: EndOfRow | undefined): RowIcon {
  const states = words.map(([word]) => word);
  if (end?.word === "expired") {
    return end.icon;
  }
  if (states.includes("staleReference")) {
    return icons.staleReference;
  }
  if (states.includes("noEffect")) {
    return icons.noEffect;
  }
  if (states.includes("open")) {
    return icons.open;
  }
  if (end) {
    return end.icon;
  }
  if (states.includes("unused")) {
    return icons.letsNobodyIn;
  }
  switch (source.kind) {
    case "securityGroup":
      return icons.groupSource;
    case "cidrIp":
    case "cidrIpv6":
      return icons.addresses;
    case "prefixList":
      return icons.prefixList;
    case "unknown":
      return icons.notKnown;
  }
}
