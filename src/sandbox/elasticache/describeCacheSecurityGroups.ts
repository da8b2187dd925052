import type { Operation } from "../service";
import { XmlList } from "../xml";
import { cacheSecurityGroupXml } from "./cacheSecurityGroupXml";
import { page } from "./paging";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeCacheSecurityGroups.html */
export const describeCacheSecurityGroups: Operation = (call) => {
  const groups = call.state.cacheSecurityGroups;
  const name = call.params.optional("CacheSecurityGroupName");
  const listed = name === undefined ? groups.all() : [groups.find(name)];
  const { items, marker } = page(listed, (group) => group.name, "cacheSecurityGroups", call.params);
  return {
    CacheSecurityGroups: new XmlList(
      "CacheSecurityGroup",
      items.map((group) => cacheSecurityGroupXml(call, group)),
    ),
    Marker: marker,
  };
};
