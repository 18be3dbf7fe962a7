// English words of the overview.
import { plural } from './plural';

const candidates = (n: number) => plural('en', n, 'candidate', 'candidates');
const rows = (n: number) => plural('en', n, 'finding', 'findings');

export const words = {
  title: 'Overview',
  recommendation: 'Recommendation',
  fund: (of: { funded: number; all: number; cost: string; benefit: string; npv: string; coverage: string | null }) =>
    `Fund ${of.funded} of ${candidates(of.all)}: in present value, ${of.cost} of cost brings ${of.benefit} of benefit, a net present value of ${of.npv}` +
    (of.coverage === null ? '.' : `, and closes ${of.coverage} of the gap at the moments that matter to customers.`),
  toApprove: (years: string) => `To approve: ${years}.`,
  inYear: (amount: string, year: string) => `${amount} in ${year}`,
  proof: {
    optimal: 'Proven: no plan that keeps all rules is worth more.',
    within_gap: (share: string) => `No plan that keeps all rules is worth more than ${share} above this one.`,
    limit_reached: (share: string) => `Stopped early: another plan may be worth up to ${share} more.`,
    unknown: 'Stopped early: how much more another plan may be worth is not known.',
  },
  noPlan: 'No plan keeps all rules at once.',
  conflict: (n: number) => `${plural('en', n, 'rule contradicts', 'rules contradict')} each other. The cheapest way out:`,
  seePlan: 'Open the plan',
  seePack: 'Board pack',
  incomplete: 'The dossier passes too few gates: take every verdict with care.',
  customers: {
    title: 'Customers',
    personas: 'Personas',
    people: (n: string) => `${n} customers`,
    moments: 'Moments of truth',
    mustBe: (n: number) => `${n} must-be`,
    atRisk: 'Money at risk, a year',
    withPlan: (amount: string) => `${amount} with the plan`,
    ofRevenue: (share: string) => `${share} of revenue`,
    noRevenue: 'What bad moments cost',
    top: 'Where most is at risk',
    who: 'Who bears it',
    closed: (share: string) => `${share} closed`,
    worstJourney: (name: string, score: string) => `Worst journey: ${name}, ${score} out of 10`,
    none: 'No moment of truth is described yet.',
  },
  plan: {
    title: 'Plan',
    funded: 'Funded',
    of: (all: number) => `of ${candidates(all)}`,
    npv: 'Net present value',
    range: (holds: number, of: number, interval: string | null) =>
      `holds in ${holds} of ${plural('en', of, 'scenario', 'scenarios')}` + (interval === null ? '' : `; ${interval} where it holds`),
    rangeSoon: 'range over the scenarios: computing',
    noRange: 'no other scenario to compare with',
    coverage: 'Coverage',
    coverageNote: 'of the gap to target closed',
    budget: (year: string) => `Budget ${year}`,
    cuts: 'What falls first when money is cut',
    runRate: (year: string) => `Run-rate ${year}`,
    days: (n: string) => `${n} days`,
    role: (name: string, period: string) => `${name}, ${period}`,
    profile: 'Customer obsession, out of 10',
    qualities: { agility: 'Agility', flexibility: 'Flexibility', globality: 'Globality', intelligence: 'Intelligence' },
    readiness: 'Readiness',
    gates: (passed: number, all: number) => `${passed} of ${all} gates passed`,
    none: 'Without a plan there is nothing to show here.',
  },
  next: {
    title: 'To do next',
    findings: 'Open findings',
    bySeverity: (of: { errors: number; warnings: number; notes: number }) =>
      `${plural('en', of.errors, 'error', 'errors')}, ${plural('en', of.warnings, 'warning', 'warnings')}, ${plural('en', of.notes, 'note', 'notes')}`,
    owners: 'Missing owners',
    ownersNote: 'benefits, objectives',
    borderline: 'Borderline candidates',
    noBorderline: 'cannot be computed yet',
    borderlineNote: 'in some best plans, not in all',
    computing: 'computing',
    questions: 'Questions of the committee',
    noQuestions: 'No question is asked in this dossier.',
    studies: (n: number) => `All ${plural('en', n, 'study', 'studies')} that could be run`,
    tests: 'Test before buying',
    study: (n: string, who: string, weeks: string) => `${n}${who === '' ? '' : ` × ${who}`} · ${weeks} weeks`,
    decides: (ids: string) => `decides on ${ids}`,
    testsNote: 'By the closest decision; what a study is worth is not computed.',
    noTest: 'No study looks at a decision that could turn.',
  },
  findings: {
    title: 'Open findings',
    owners: 'Missing owners',
    severity: { error: 'Errors', warning: 'Warnings', note: 'Notes' },
    place: (file: string, item: string | null, line: number | null, column: string | null) =>
      [file, item ?? (line === null ? null : `line ${line}`), column].filter((part) => part !== null).join(' · '),
    none: 'Nothing to mend.',
    count: rows,
    gates: 'Gates',
    passed: 'passed',
    failed: 'not passed',
  },
  studies: { title: 'Studies before buying', name: 'Study', cost: 'Cost', weeks: 'Weeks', about: 'About', order: 'The closest decisions first, one study for each, the cheapest, and at least two personas among the next three. What a study is worth (what it would bring to the plan) is not computed.', with: (n: string, who: string) => (who === '' ? n : `${n} × ${who}`) },
};

export type Words = typeof words;
