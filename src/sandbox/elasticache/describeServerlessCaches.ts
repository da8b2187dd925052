import { ApiError } from "../apiError";
import type { Call, Operation } from "../service";
import { XmlList } from "../xml";
import type { ServerlessCache } from "./caches";
import { byId, page } from "./paging";
import { serverlessCacheXml } from "./serverlessCacheXml";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeServerlessCaches.html */
export const describeServerlessCaches: Operation = (call) => {
  const { params, state } = call;
  const name = params.optional("ServerlessCacheName");
  const listed = name === undefined ? byId(state.caches.serverless) : [findServerlessCache(call, name)];
  const { items, marker } = page(listed, (cache) => cache.name, "serverlessCaches", params, {
    size: "MaxResults",
    token: "NextToken",
    least: 1,
    most: 100,
    usual: 50,
  });
  return {
    ServerlessCaches: new XmlList(
      "member",
      items.map((cache) => serverlessCacheXml(call, cache)),
    ),
    NextToken: marker,
  };
};

export function findServerlessCache({ state }: Call, name: string): ServerlessCache {
  const cache = state.caches.serverless.get(name.toLowerCase());
  if (cache !== undefined) {
    return cache;
  }
  throw new ApiError("ServerlessCacheNotFoundFault", `ServerlessCache ${name.toLowerCase()} not found.`);
}
