// English words of what a figure of the plan is made of.
export const words = {
  npv: 'Where the net present value of the plan comes from',
  year: (year: string) => `Costs and gains of ${year}`,
  note: 'Present values. A candidate leads to its lines, and each line to its cells and its evidence.',
  yearNote: 'Amounts of that year. A candidate leads to its lines, and each line to its cells and its evidence.',
  shared: 'What several use together is counted with the first of them.',
  candidate: 'Candidate',
  cost: 'Cost',
  gain: 'Gain',
  net: 'Net',
  npvShort: 'NPV',
  together: 'Together, beyond each alone',
  plan: 'Plan',
  years: 'Year by year',
  yearHead: 'Year',
  yearsNote: 'Amounts as they fall due, not discounted. A year leads to its candidates.',
  none: 'Nothing is paid or gained in that year.',
};

export type Words = typeof words;
