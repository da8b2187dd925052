import { done } from "../core/commandResult";
import type { Params } from "../core/params";
import { readFields } from "../store/given/fields";
import type { Command } from "./command";
import { withRead } from "./heads";

/** Opens the map of who reaches what, over all that was read; on a row, it looks for what the row is about. */
export const openAccessMap: Command = {
  id: "openAccessMap",
  run: (params, { state, map }) =>
    withRead(readFields(params, ["profile", "region"], state), async ({ profile, region }) => {
      await state.profiles.config();
      await map.open(queryOf(params));
      if (profile !== undefined) {
        void map.read(profile, region);
      }
      return done();
    }),
};

/** The words that the map has for what a row is about, most particular first; `undefined` for the whole map. */
function queryOf(params: Params): string | undefined {
  const names = [
    ["sourceSecurityGroupId", "cidrIp", "cidrIpv6", "prefixListId", "ec2SecurityGroupName"],
    ["cacheId", "cacheSecurityGroupName"],
    ["profile"],
    ["region"],
  ].map((fields) => fields.map((field) => params[field]).find((value) => typeof value === "string"));
  const [source, reached, ...target] = names;
  const words = source !== undefined ? [source] : reached !== undefined ? [reached, ...target] : target;
  return words.some((word) => word !== undefined) ? words.filter(Boolean).join(" ") : undefined;
}
