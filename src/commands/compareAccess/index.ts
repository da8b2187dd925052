import { type CommandResult, cancelled, done } from "../../core/commandResult";
import { compareMoments } from "../../core/compare/compareMoments";
import type { Moment } from "../../core/compare/moment";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { textParams } from "../../core/given/texts";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { type Target, targetKey } from "../../core/target";
import { checkTarget } from "../../store/given/checkTarget";
import { readMoment } from "../../store/readMoment";
import type { Command, Params, Services } from "../command";
import { withRead } from "../heads";
import { withTarget } from "../steps/withProfile";
import { askOther, type Other } from "./askOther";
import { showComparison } from "./showComparison";

/**
 * Who was let in, and is not any more: a target now compared with a moment of it that was kept, two such moments, or
 * two targets.
 */
export const compareAccess: Command = {
  id: "compareAccess",
  run: (params, services) =>
    withTarget("Compare Access", params, services, (target) =>
      withRead(otherGiven(target, params, services), async (given) => {
        const other = given ?? (await askOther(target, services));
        return other ? compare(target, other, services) : cancelled;
      }),
    ),
};

async function compare(target: Target, other: Other, services: Services): Promise<CommandResult> {
  const read = () => services.tree.whileBusy(readBoth(target, other, services));
  const comparison = compareMoments(...(await read()));
  await showComparison(comparison, async () => compareMoments(...(await read())), services);
  return done(comparison);
}

/** What is compared, the earlier first; of two targets the one that was clicked. */
function readBoth(target: Target, other: Other, { state }: Services): Promise<[Moment, Moment]> {
  const now = (of: Target) => readMoment(of, state, Date.now);
  return "moment" in other
    ? Promise.all([other.moment, other.until ?? now(target)])
    : Promise.all([now(target), now(other.target)]);
}

/** What params say to compare with: `moment`, and `until` where it is not now; or `otherProfile` and `otherRegion`. */
async function otherGiven(
  target: Target,
  params: Params,
  { state, moments }: Services,
): Promise<Outcome<Other | undefined>> {
  const given = textParams(params, ["moment", "until", "otherProfile", "otherRegion"]);
  if (!given.ok) {
    return given;
  }
  const { moment, until, otherProfile, otherRegion } = given.value;
  if (otherProfile !== undefined || otherRegion !== undefined) {
    const other = { profile: otherProfile ?? target.profile, region: otherRegion ?? target.region };
    const wrong = await checkTarget(other, state);
    if (wrong) {
      return failed(wrong.field === "region" ? { ...wrong, field: "otherRegion" } : wrong);
    }
    return targetKey(other) === targetKey(target)
      ? failed(invalidParameter("otherProfile", "A target is compared with another one"))
      : succeeded({ target: other });
  }
  if (moment === undefined) {
    return until === undefined
      ? succeeded(undefined)
      : failed(invalidParameter("moment", "moment is missing: until goes with it"));
  }
  const kept = await moments.of(target);
  const [first, last] = [moment, until].map((at) => kept.find((each) => each.at === at));
  if (!first) {
    return failed(notKept("moment", moment));
  }
  return until !== undefined && !last
    ? failed(notKept("until", until))
    : succeeded({ moment: first, ...(last ? { until: last } : {}) });
}

function notKept(field: string, at: string) {
  return invalidParameter(field, `No moment ${at} of this target was kept here`);
}
