/** This machine, or its network, lacks something that we need. Neither the article nor Opsnotes is at fault. */
export class Impossible extends Error {}
