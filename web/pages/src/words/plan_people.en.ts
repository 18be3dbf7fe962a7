// English words of the people behind the plan: which role blocks, and what one more is worth.
export const words = {
  title: 'Which people block the plan',
  blocking: (roles: string) => `Short of people: ${roles}.`,
  free: (role: string, share: string, when: string) => `No role blocks the plan; the fullest is ${role}, ${share} used in ${when}.`,
  asking: 'What one more person of each role is worth is being computed…',
  note: (days: string) => `Worth: what the best plan would gain with ${days} days more of that role in every year, about one person.`,
  role: 'Role',
  fullest: 'Fullest period',
  blocks: 'Keeps out',
  worth: 'One more person is worth',
  used: (when: string, share: string) => `${when}: ${share}`,
  days: (used: string, limit: string) => `${used} of ${limit} days`,
  binds: (when: string) => `blocks in ${when}`,
  short: (who: string, days: string, when: string) => `${who}: ${days} days short in ${when}`,
  others: (ids: string) => `and ${ids}`,
  nobody: 'no candidate',
  nothing: 'nothing more',
  notPriced: 'not priced: too many candidates',
};

export type Words = typeof words;
