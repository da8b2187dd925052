import { invalidParameter } from "../../core/failures/invalidParameter";
import { type CopyFormatName, copyFormats, isCopyFormat } from "../../core/formats/copyFormats";
import type { CopyLookUps, CopySubject } from "../../core/formats/copySubject";
import { textParam } from "../../core/given/texts";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { askFormat } from "../askFormat";
import type { Command, Params, Services } from "../command";
import { copied } from "../copyCommand";
import { withRead } from "../heads";
import { copySubject } from "./copySubject";
import { asksSubject, callQuestion } from "./withSubject";

const ask = asksSubject(callQuestion("Copy as"));

/** Copies what a row, or the fields of Authorize Ingress, stand for, in a format to choose or to name. */
export const copyAs: Command = {
  id: "copyAs",
  run: (params, services) =>
    // Who names a format is asked nothing, as with Export History.
    withRead(params["format"] === undefined ? ask(params, services) : succeeded(params), (named) =>
      withRead(copySubject(named, services), (subject) =>
        withRead(formatOf(params, subject, services), (format) =>
          withRead(copyFormats[format].write(subject, lookUps(subject, services)), (text) =>
            copied(text, services),
          ),
        ),
      ),
    ),
};

async function formatOf(
  params: Params,
  subject: CopySubject,
  services: Services,
): Promise<Outcome<CopyFormatName> | "cancelled"> {
  const given = textParam(params, "format");
  if (!given.ok) {
    return given;
  }
  const { value: name } = given;
  const known = Object.keys(copyFormats).filter(isCopyFormat);
  if (name === undefined) {
    const offered = known.filter((each) => copyFormats[each].isFor(subject));
    return askFormat("Copy as", offered, copyFormats, services);
  }
  if (!isCopyFormat(name)) {
    const message = `There is no format ${name}. There are ${known.join(", ")}`;
    return failed(invalidParameter("format", message));
  }
  return copyFormats[name].isFor(subject)
    ? succeeded(name)
    : failed(invalidParameter("format", `${copyFormats[name].label} has no way to say this`));
}

function lookUps({ call: { target }, names }: CopySubject, { state, aws }: Services): CopyLookUps {
  return {
    group: async () => {
      const name = (names.cacheSecurityGroupName ?? "").toLowerCase();
      const loaded = state.groups.find(target, name);
      return loaded ? succeeded(loaded) : (await aws()).describeCacheSecurityGroup(target, name);
    },
    vpcGroup: async (groupId) => {
      const known = state.vpc.group(target, groupId);
      const found = known ? succeeded([known]) : await (await aws()).describeVpcGroups(target, [groupId]);
      return found.ok ? succeeded(found.value[0]) : found;
    },
  };
}
