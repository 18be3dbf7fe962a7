// English words of the gains of a candidate: who owns them and who measures them.
import { plural } from './plural';

export const words = {
  title: 'Who owns the gains, and who measures them',
  note: 'The owner answers for the gain; whoever measures the objective tells whether it came.',
  none: 'No gain is stated.',
  gain: 'Gain',
  owner: 'Owner',
  kpi: 'Measured on',
  measurer: 'Measured by',
  target: (from: string, to: string, unit: string) => `from ${from} to ${to} ${unit}`.trim(),
  noKpi: 'no objective',
  nobody: 'nobody',
  unowned: (n: number) => `${plural('en', n, 'gain has', 'gains have')} no owner: name one before the committee.`,
  unmeasured: (n: number) => `${plural('en', n, 'gain is', 'gains are')} measured by nobody.`,
  actuals: 'No actuals and no review dates are recorded: whether an earlier plan delivered cannot be told from this dossier.',
};

export type Words = typeof words;
