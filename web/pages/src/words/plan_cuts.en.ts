// English words of what falls first when money is cut.
export const words = {
  title: 'What falls first when money is cut',
  note: 'From the budgets of the dossier downwards, in all years alike: the best plan at each share, and what changes against the line above. A share puts its budgets on this plan.',
  holds: (share: string) => `Nothing changes down to ${share} of the budgets.`,
  order: (ids: string) => `Then, in this order: ${ids}.`,
  stays: (ids: string, share: string) => `Stay down to ${share}: ${ids}.`,
  unchanged: (share: string) => `Nothing falls down to ${share} of the budgets.`,
  share: 'Share of the budgets',
  money: 'Money less',
  npv: 'NPV',
  lost: 'NPV lost',
  falls: 'What falls',
  whole: 'the plan in full',
  asAbove: 'as above',
  leaves: 'leaves',
  returns: 'comes in instead',
  reduced: (name: string, how: string) => `${name}: ${how}`,
  noPlan: 'No plan keeps every rule.',
  noWhole: 'The budgets of the dossier have no plan, so nothing can fall from it.',
  moved: (share: string) => `All budgets at ${share}`,
};

export type Words = typeof words;
