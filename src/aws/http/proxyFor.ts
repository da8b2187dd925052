import type { Environment } from "../../profiles/environment";
import type { NetworkSettings } from "../host";
import { proxyAddress } from "./proxyAddress";

/** What a request's way out is decided by. */
export interface ProxyRules {
  readonly environment: Environment;
  /** VS Code's settings, where they and not the environment are to be followed first. */
  readonly settings?: Pick<NetworkSettings, "proxy" | "noProxy">;
}

/**
 * The proxy for a request, or `undefined` for none, as botocore (Python's urllib) reads the environment:
 * `https_proxy` or `http_proxy` by the request's scheme, lower case first, and `no_proxy`. Loopback addresses
 * are never asked through a proxy, as in VS Code: the sandbox is there. Throws where the proxy is no address.
 */
export function proxyFor(url: URL, { environment, settings }: ProxyRules): string | undefined {
  const variable = (name: string): string | undefined => environment[name] || environment[name.toUpperCase()];
  const exceptions = settings?.noProxy?.length ? settings.noProxy : (variable("no_proxy") ?? "").split(",");
  if (isLoopback(url.hostname) || exceptions.some((rule) => covers(rule.trim(), url))) {
    return undefined;
  }
  if (settings?.proxy) {
    return proxyAddress(settings.proxy, "http.proxy");
  }
  const name = url.protocol === "http:" ? "http_proxy" : "https_proxy";
  const proxy = variable(name);
  return proxy && proxyAddress(proxy, environment[name] ? name : name.toUpperCase());
}

// urllib.request.proxy_bypass_environment: a name covers itself and all below it, with or without a leading dot.
function covers(rule: string, url: URL): boolean {
  const name = rule.toLowerCase().replace(/^\*?\.+/, "");
  const port = url.port || (url.protocol === "http:" ? "80" : "443");
  return (
    rule === "*" ||
    (name !== "" &&
      [url.hostname, `${url.hostname}:${port}`].some((host) => host === name || host.endsWith(`.${name}`)))
  );
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d+){3}$/.test(hostname);
}
