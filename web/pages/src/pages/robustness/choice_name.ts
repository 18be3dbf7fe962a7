// Choices by their short names, `B01:core@y1`: which investment each is of, and what differs between two plans.
export function investmentOf(name: string): string {
  return name.split(':')[0] ?? name;
}

/** What is in a plan and not in another one: investments, or the same ones in another variant or at another time. */
export function extra(plan: string[], other: string[]): string[] {
  const there = new Set(other);
  return plan.filter((choice) => !there.has(choice));
}

/** The variant and the start of a choice, as written: `lite, y1`. */
export function mannerOf(name: string): string {
  return name.split(':').slice(1).join(':').replace('@', ', ');
}
