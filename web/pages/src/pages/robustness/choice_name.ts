// Choices by their short names, `B01:core@y1`: which investment each is of, and what differs between two plans.
export function investmentOf(name: string): string {
  return name.split(':')[0] ?? name;
}

/** What is in a plan and not in another one: investments, or the same ones in another variant or at another time. */
export function extra(plan: string[], other: string[]): string[] {
  const there = new Set(other);
  return plan.filter((choice) => !there.has(choice));
}

/** The key of a choice in the table of variants, `B01~core`, and when it begins, `y1`. */
export function mannerOf(name: string): { variant: string; begin: string } {
  const [investment = '', rest = ''] = name.split(':');
  const [variant = '', begin = ''] = rest.split('@');
  return { variant: `${investment}~${variant}`, begin: begin.replace(/x.*$/, '') };
}
