import { findGrant, type Grant } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../core/cacheSecurityGroups/ingress";
import { joined } from "../core/joined";
import type { Target } from "../core/target";
import { branchState } from "../store/branch";
import type { State } from "../store/state";
import { spoken } from "./description";
import { endOfRow } from "./endOfRow";
import { icons } from "./icons";
import { tooltip } from "./markdown";
import { contextValue, type Row, type RowIcon, type RowItem, rowId } from "./row";
import type { CacheSecurityGroupParams } from "./rowParams";

/** An EC2 security group that is let in. */
export class GrantRow implements Row {
  readonly kind = "grant";
  readonly id: string;
  readonly parent: Row;
  readonly params: Target & Ingress;
  readonly #state: State;
  readonly #asBuilt: Grant;

  constructor(state: State, parent: Row, group: CacheSecurityGroupParams, grant: Grant) {
    const { ec2SecurityGroupName, ec2SecurityGroupOwnerId } = grant;
    this.#state = state;
    this.#asBuilt = grant;
    this.parent = parent;
    this.params = { ...group, ec2SecurityGroupName, ec2SecurityGroupOwnerId };
    this.id = rowId(
      this.kind,
      this.params.profile,
      this.params.region,
      this.params.cacheSecurityGroupName,
      ec2SecurityGroupOwnerId,
      ec2SecurityGroupName,
    );
  }

  item(): RowItem {
    const group = this.#state.groups.find(this.params, this.params.cacheSecurityGroupName);
    const grant = (group && findGrant(group, this.#asBuilt)) ?? this.#asBuilt;
    const { ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: owner, status } = grant;
    const statusWords = status === "" ? "no status told" : status;
    const stale = branchState(this.#state.groups.get(this.params)) === "stale";
    const { ends } = this.#state;
    const end = endOfRow(ends.ofGrant(this.params), ends.now(this.params));
    const profiles = this.#state.accounts.all().get(owner)?.join(", ");
    const knownAs = profiles ? `${owner} (${profiles})` : owner;
    return {
      label: name,
      description: joined(statusWords, end?.text, knownAs),
      contextValue: contextValue(this.kind, word(status), end?.word, stale && "stale"),
      icon: status === "authorized" && end ? end.icon : statusIcon(status, stale),
      tooltip: tooltip(
        name,
        ["EC2 security group of account", knownAs],
        ["Its end", end?.line],
        ["Status", `${statusWords}, in ${this.params.cacheSecurityGroupName}`],
      ),
      accessibilityLabel: spoken(
        `EC2 security group ${name} of account ${knownAs}`,
        statusWords,
        end?.text,
        stale && "stale",
      ),
      open: "leaf",
    };
  }
}

/** A status as a word of a context value: one that the API may yet invent must not add words of its own. */
function word(status: string): string {
  return status.replace(/[^A-Za-z0-9]+/g, "-");
}

function statusIcon(status: string, stale: boolean): RowIcon {
  switch (status) {
    case "authorized":
      // What is not known to hold any more is not said in green.
      return stale ? icons.wasAuthorized : icons.authorized;
    case "authorizing":
    case "revoking":
      return icons.underWay;
    default:
      return icons.notKnown;
  }
}
