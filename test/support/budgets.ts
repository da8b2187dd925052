/**
 * KB of 1,000 bytes that each bundle has at most, and the package. Each window's time to start grows with the first.
 * Whoever raises one says here what for.
 */
export const kilobytes = {
  // What VS Code is told at the start.
  extension: 6,
  // What is read at the first look at a view or the first command: profiles, stores, rows. 100 with the one above.
  access: 98,
  // In place of all others where a window has no machine behind it.
  webOnly: 2,
  // What the tree tells when somebody looks for something or points at a profile, or, for 3 of it, at a cache.
  onDemand: 13,
  // All files of the commands that are read at the first of them, whichever it is: what runs them, asks and tells, the
  // journal, and those that change nothing.
  commands: 120,
  // What comes with the first command that changes something: the driver, the changes and their flows; what grants
  // that expire need, 3 of it for windows that were killed or closed before an end; finishing what was cut off; what is
  // done with the history's rows.
  changing: 176,
  // What comes with the first that tells who reaches what: Explain Reachability, Connect Through, Compare Access. Their
  // evaluation and reads are bundles of their own.
  reaching: 60,
  // What comes with the first that writes something down in another form.
  copying: 42,
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
  mapPage: 44,
  // 80 for the caches, the groups and their rules; 60 for the network between applications and caches.
  sandbox: 140,
  /**
   * What each user downloads and keeps: 450 for the tree, the changes and the reach; 70 for the access map, the language
   * model tools and the ends of grants, which are bundles of their own.
   */
  package: 520,
} as const;
