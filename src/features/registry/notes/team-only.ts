/** What the log keeps of the team's own data: the chain can prove it, and no reader of the log is shown it. */
export const teamOnly = <T extends object>(snapshot: T) => ({ ...snapshot, visibility: "private", wall: [] });
