/** The bounds of what a loader reads, so that a hostile file costs no more than its size. Files that people write stay far below them. */

/** How deep mappings and sequences may lie in each other. The deepest real templates at hand reach 20. */
export const maximumDepth = 200;

/** How many nodes YAML aliases may add to those that are written. */
export const maximumAliasedNodes = 100_000;
