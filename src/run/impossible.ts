/** Something that this machine, or the network that it is on, doesn't give us: no fault of the article's, and none of ours. */
export class Impossible extends Error {}
