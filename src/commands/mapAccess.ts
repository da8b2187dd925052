import { commands, Uri, type WebviewPanel } from "vscode";
import { loadMap } from "../bundles";
import { mapEditor } from "../core/map/mapEditor";
import { ruleName } from "../core/rules/rule";
import type { Maps } from "../map/index";
import type { Place } from "../map/services";
import { shownRegions } from "../store/state";
import { rowId } from "../tree/row";
import type { Services } from "./command";

/**
 * The map's tab is an editor of a document that is no file. VS Code brings such a tab back after a reload, and starts
 * the extension for it, by the manifest alone. For a webview panel it would want an activation event of its own, and
 * the tab would stay empty while nothing else starts us.
 */
const mapUri = Uri.from({ scheme: "elasticache-access-map", path: "/Access Map" });

/** The map as the commands know it. What draws it is loaded when it is first opened. */
export class MapAccess {
  readonly #services: () => Pick<Services, "state" | "ui" | "tree" | "log" | "runCommand">;
  readonly #folder: Uri;
  #maps: Promise<Maps> | undefined;

  /** `folder`: where the page's script and style are. */
  constructor(services: () => Pick<Services, "state" | "ui" | "tree" | "log" | "runCommand">, folder: Uri) {
    this.#services = services;
    this.#folder = folder;
  }

  /** Opens the map, or shows the one that is open, and looks for words in it. */
  async open(query: string | undefined): Promise<void> {
    if (query !== undefined) {
      (await this.#load()).find(query);
    }
    await commands.executeCommand("vscode.openWith", mapUri, mapEditor);
  }

  /** Reads the targets of a profile, or one of them, as far as nobody has. */
  async read(profile: string, region: string | undefined): Promise<void> {
    const { state } = this.#services();
    const regions = region === undefined ? shownRegions(state, profile) : [region];
    await (await this.#load()).read(regions.map((each) => ({ profile, region: each })));
  }

  async fill(panel: WebviewPanel): Promise<void> {
    (await this.#load()).fill(panel);
  }

  #load(): Promise<Maps> {
    this.#maps ??= loadMap().then(({ Maps }) => {
      const { state, ui, tree, log, runCommand } = this.#services();
      return new Maps({ state, ui, log, runCommand, show: (place) => tree.show(rowOf(place)) }, this.#folder);
    });
    return this.#maps;
  }
}

/** The id of a place's row. */
function rowOf(place: Place): string {
  const { profile, region } = place.target;
  if ("cache" in place) {
    const { cache, rule, isPublic } = place;
    const row = rowId("cache", profile, region, cache.kind, cache.id);
    return isPublic
      ? rowId("publicAccess", row)
      : rule
        ? rowId("rule", profile, region, cache.kind, cache.id, rule.groupId, ruleName(rule))
        : row;
  }
  const { cacheSecurityGroupName: name, grant } = place;
  return grant
    ? rowId("grant", profile, region, name, grant.ec2SecurityGroupOwnerId, grant.ec2SecurityGroupName)
    : rowId("cacheSecurityGroup", profile, region, name);
}
