/** The end of a machine in the middle of its work. */
export class Death extends Error {}
