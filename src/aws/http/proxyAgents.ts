import { HttpProxyAgent } from "http-proxy-agent";
import { HttpsProxyAgent, type HttpsProxyAgentOptions } from "https-proxy-agent";

/** The proxy itself could not be reached, or would not open the way. */
export class ProxyError extends Error {
  readonly code = "EPROXY";
  /** Host and port of the proxy, without the user name and password that its URL may hold. */
  readonly proxy: string;

  constructor(proxy: string, cause: unknown) {
    super("The proxy failed", { cause });
    this.name = "ProxyError";
    this.proxy = proxy;
  }
}

type HttpsConnect = HttpsProxyAgent<string>["connect"];
type HttpConnect = HttpProxyAgent<string>["connect"];

/** Tunnels, kept alive; tells the proxy's errors from those of the endpoint behind it. */
export class TunnelAgent extends HttpsProxyAgent<string> {
  readonly #ca: string | undefined;

  constructor(proxy: string, options: HttpsProxyAgentOptions<string>, ca: string | undefined) {
    super(proxy, options);
    this.#ca = ca;
  }

  /** Without `protocol` in the options the library looks at the call stack, and would keep no tunnel for reuse. */
  override isSecureEndpoint(): boolean {
    return true;
  }

  override async connect(...[request, options]: Parameters<HttpsConnect>): ReturnType<HttpsConnect> {
    try {
      // An agent's own `ca` would be for the way to the proxy, and not for what is behind it.
      const trusting =
        this.#ca === undefined || !options.secureEndpoint ? options : { ...options, ca: this.#ca };
      return await super.connect(request, trusting);
    } catch (error) {
      throw new ProxyError(this.proxy.host, error);
    }
  }
}

/** The same for plain HTTP, which a proxy passes on without a tunnel. */
export class ForwardingAgent extends HttpProxyAgent<string> {
  override isSecureEndpoint(): boolean {
    return false;
  }

  override async connect(...args: Parameters<HttpConnect>): ReturnType<HttpConnect> {
    try {
      return await super.connect(...args);
    } catch (error) {
      throw new ProxyError(this.proxy.host, error);
    }
  }
}
