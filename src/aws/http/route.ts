import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Environment } from "../../profiles/environment";
import type { NetworkSettings } from "../host";
import { ForwardingAgent, TunnelAgent } from "./proxyAgents";
import { proxyFor } from "./proxyFor";

/** The agents that a request may take. Without any: whatever the editor puts in their place. */
export interface Agents {
  readonly http: HttpAgent;
  readonly https?: HttpsAgent;
}

// Each target is its own host; a list is read page after page, so few connections are enough.
const options = { keepAlive: true, maxSockets: 20 };

/**
 * Picks the way out for each request.
 *
 * In an extension host VS Code has replaced Node's `request` functions. With `http.proxySupport` "override" and
 * "fallback" it finds the proxy by itself, whatever agent is given. With "on" it does so only where no agent is
 * given at all, so none is. With "off", and outside of VS Code, the environment's proxies are followed as the
 * AWS CLI does. An agent with a certificate bundle of its own must be given, so that "on" with a bundle is left
 * to the rules here, VS Code's setting first.
 */
export class Route {
  readonly #environment: Environment;
  readonly #network: NetworkSettings | undefined;
  readonly #ca: string | undefined;
  readonly #direct: Agents;
  readonly #byProxy = new Map<string, Agents>();

  constructor(environment: Environment, network: NetworkSettings | undefined, ca: string | undefined) {
    this.#environment = environment;
    this.#network = network;
    this.#ca = ca;
    const editorsOwn = network?.proxySupport === "on" && ca === undefined;
    const http = new HttpAgent(options);
    this.#direct = editorsOwn ? { http } : { http, https: new HttpsAgent({ ...options, ...this.#tls }) };
  }

  agentsFor(url: URL): Agents {
    const proxy = this.#proxyFor(url);
    if (proxy === undefined) {
      return this.#direct;
    }
    let agents = this.#byProxy.get(proxy);
    if (!agents) {
      agents = {
        http: new ForwardingAgent(proxy, options),
        https: new TunnelAgent(proxy, options, this.#ca),
      };
      this.#byProxy.set(proxy, agents);
    }
    return agents;
  }

  destroy(): void {
    for (const { http, https } of [this.#direct, ...this.#byProxy.values()]) {
      http.destroy();
      https?.destroy();
    }
  }

  #proxyFor(url: URL): string | undefined {
    const environment = this.#environment;
    switch (this.#network?.proxySupport) {
      case "override":
      case "fallback":
        return undefined;
      case "on":
        return this.#ca === undefined ? undefined : proxyFor(url, { environment, settings: this.#network });
      case "off":
      case undefined:
        return proxyFor(url, { environment });
    }
  }

  get #tls(): { ca?: string } {
    return this.#ca === undefined ? {} : { ca: this.#ca };
  }
}
