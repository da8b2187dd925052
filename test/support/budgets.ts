/**
 * KB of 1,000 bytes that each bundle has at most, and the package. Each window's time to start grows with the first.
 * Whoever raises one says here what for.
 */
export const kilobytes = {
  extension: 100,
  // In place of all others where a window has no machine behind it.
  webOnly: 2,
  // What the tree tells when somebody looks for something or points at a profile.
  onDemand: 10,
  // 200 for the commands and their changes; 12 for finishing what was cut off; 23 for the flow and the page of Explain
  // Reachability, whose evaluation and reads are bundles of their own; 8 for the rows of the history and what is done
  // with them; 10 for Compare Access, whose pages nothing else writes; 5 for Connect Through, whose reads and pages are in
  // other bundles; 45 for grants that expire: their ends, the sweep, Set Expiry and what it asks;
  // 17 for reviews that are read whole, the question before everybody is let in, what messages offer, the console's
  // pages, and what is under way; 10 for the list of what expires, and the template of the role for it.
  commands: 330,
  // The language model tools: the driver and the changes are the commands'.
  agents: 60,
  aws: 430,
  // EC2's reads of what lies between a source and a cache, and the evaluation of the way.
  paths: 100,
  reach: 110,
  // What is sent for grants that expire: schedules and tags.
  schedules: 40,
  // The access map: what tells its page, and the page's script, 13 of which draw only what is seen. 70 together.
  map: 27,
  mapPage: 43,
  // 80 for the caches, the groups and their rules; 60 for the network between applications and caches.
  sandbox: 140,
  /**
   * What each user downloads and keeps: 450 for the tree, the changes and the reach; 70 for the access map, the language
   * model tools and the ends of grants, which are bundles of their own.
   */
  package: 520,
} as const;
