import { checkEc2SecurityGroupName } from "../../core/cacheSecurityGroups/ec2SecurityGroupName";
import type { Source } from "../../core/cacheSecurityGroups/ec2Sources";
import { mapAnswer, type OtherWay, pickOrEnter } from "../../ui/pickOrEnter";
import { takeAnswer } from "../../ui/steps";
import type { PickEntry, PickItem } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { knownSources, listedSources, sourceEntry, sourceSections } from "../steps/sources";
import { targetOf } from "../steps/targetStep";
import { usedAsTyped } from "./cacheSecurityGroupStep";
import type { AuthorizeContext } from "./context";

type Choice = Pick<Source, "name" | "ownerId">;

/** Asks for the EC2 security group's name: from what is known, or entered. */
export const ec2SecurityGroupStep: Step<AuthorizeContext> = {
  field: "ec2SecurityGroupName",
  isNeeded: ({ given }) => given.ec2SecurityGroupName === undefined,
  async ask(context, at, ui) {
    const targets = [targetOf(context)];
    const { ec2SecurityGroupOwnerId: givenOwner } = context.given;
    const fits = ({ ownerId = givenOwner }: Source) => givenOwner === undefined || ownerId === givenOwner;
    const known = knownSources(targets, context.services).filter(fits);
    const offered = new Set(known.map(({ name }) => name));
    const question = {
      at,
      placeholder: "The EC2 security group to let in: choose one, or type its name",
      items: entries(known),
      later: listedSources(targets, context.services).then((live) => {
        for (const { name } of live) {
          offered.add(name);
        }
        return entries([...live.filter(fits), ...known]);
      }),
      isActive: ({ name, ownerId }: Choice) =>
        name === context.ec2SecurityGroupName && ownerId === context.suggestedOwner,
      fromText: (text: string) => (offered.has(text) ? undefined : typedName(text)),
    };
    return takeAnswer(await pickOrEnter(question, [enterName(context)], ui), ({ name, ownerId }) => {
      context.ec2SecurityGroupName = name;
      context.suggestedOwner = ownerId;
      if (ownerId !== undefined) {
        context.ec2SecurityGroupOwnerId = ownerId;
      }
    });
  },
};

function entries(sources: readonly Source[]): readonly PickEntry<Choice>[] {
  return sourceSections(sources, (source) => sourceEntry<Choice>(source, source));
}

function typedName(text: string): PickItem<Choice> {
  const check = checkEc2SecurityGroupName(text);
  const entry = usedAsTyped(text, { name: text });
  return check.verdict === "ok" ? entry : { ...entry, icon: "warning", detail: check.message };
}

function enterName({ ec2SecurityGroupName = "" }: AuthorizeContext): OtherWay<Choice> {
  return {
    key: "enter",
    label: "Enter a name…",
    icon: "pencil",
    always: true,
    ask: async (at, ui) => {
      const answer = await ui.input({
        at,
        prompt: "The EC2 security group's name, not its ID",
        placeholder: "web-servers",
        value: ec2SecurityGroupName,
        check: checkEc2SecurityGroupName,
      });
      return mapAnswer(answer, (name) => ({ name }));
    },
  };
}
