import type { Agent } from "../ec2/paths/model";
import type { Ec2State } from "../ec2/state";

const version = "3.3.987.0";

/** The machines that Systems Manager knows, by their names: one of them is silent, and one has an agent of old. */
const agents: Readonly<Record<string, Agent>> = {
  "bastion-1": { ping: "Online", version },
  "web-1": { ping: "Online", version },
  "web-2": { ping: "ConnectionLost", version },
  "workers-1": { ping: "Online", version: "3.1.1188.0" },
  payments: { ping: "Online", version },
  delivery: { ping: "Online", version },
};

/** Puts Systems Manager's agent on some of the instances that are there. */
export function addAgents({ paths }: Ec2State): void {
  for (const { id, tags } of paths.instances) {
    const agent = agents[tags.get("Name") ?? ""];
    if (agent) {
      paths.agents.set(id, agent);
    }
  }
}
