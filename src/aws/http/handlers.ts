import type { Profile } from "../../profiles/profile";
import type { AwsHost } from "../host";
import { CertificateBundles } from "./certificateBundles";
import { CheckedHandler } from "./checkedHandler";
import { Route } from "./route";

/** The request handlers of one way out, for services that answer in XML and in JSON. */
export interface HandlerPair {
  readonly xml: CheckedHandler;
  readonly json: CheckedHandler;
}

interface Kept extends HandlerPair {
  readonly route: Route;
}

/**
 * The request handlers that all clients share, with their connections kept alive: one pair for each certificate
 * bundle, made anew when VS Code's proxy settings change.
 */
export class Handlers {
  readonly #host: AwsHost;
  readonly #kept = new Map<string, Kept>();
  readonly #bundles: CertificateBundles;
  #network = "";

  constructor(host: AwsHost) {
    this.#host = host;
    this.#bundles = new CertificateBundles(host);
  }

  /** The handlers for a profile's requests. Throws where its certificate bundle cannot be read. */
  async of(profile: Profile): Promise<HandlerPair> {
    const network = this.#host.network?.();
    const current = JSON.stringify(network) ?? "";
    if (current !== this.#network) {
      this.destroy();
      this.#network = current;
    }
    const bundle = await this.#bundles.of(profile);
    let kept = this.#kept.get(bundle ?? "");
    if (!kept) {
      const route = new Route(this.#host.environment, network, bundle);
      kept = { route, xml: new CheckedHandler(route, "xml"), json: new CheckedHandler(route, "json") };
      this.#kept.set(bundle ?? "", kept);
    }
    return kept;
  }

  /** Ends the connections that are idle, and forgets the handlers. */
  destroy(): void {
    for (const { route } of this.#kept.values()) {
      route.destroy();
    }
    this.#kept.clear();
  }
}
