import { done, failedResult } from "../core/commandResult";
import { textParams } from "../core/given/texts";
import type { Params } from "../core/params";
import { checkTarget } from "../store/given/checkTarget";
import type { Command } from "./command";

/** Opens the map of who reaches what, over all that was read; on a row, it looks for what the row is about. */
export const openAccessMap: Command = {
  id: "openAccessMap",
  async run(params, { state, map }) {
    const given = textParams(params, ["profile", "region"]);
    if (!given.ok) {
      return failedResult(given.failure);
    }
    const { profile, region } = given.value;
    await state.profiles.config();
    const wrong = await checkTarget(given.value, state);
    if (wrong) {
      return failedResult(wrong);
    }
    await map.open(queryOf(params));
    if (profile !== undefined) {
      void map.read(profile, region);
    }
    return done();
  },
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
