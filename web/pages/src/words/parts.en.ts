// English words of the parts that several pages use.
export const words = {
  whereFrom: 'Where from',
  exactly: 'Exactly',
  close: 'Close',
  of: 'of',
  over: 'over',
  loading: 'Loading',
  computing: 'Computing',
  step: (at: number, of: number) => `step ${at} of ${of}`,
  asTable: 'As a table',
  asPicture: 'As a picture',
  retry: 'Try again',
  code: 'Code',
  request: 'request',
  unreachable: 'The service does not answer.',
  advice: {
    unreachable: 'Check that it runs and that you are connected, then try again.',
    forbidden: 'Your role does not allow this. An administrator of the dossier can change that.',
    missing: 'It does not exist, or you have no role on it.',
    changed: 'Somebody changed it meanwhile. Reload the page and look at the change first.',
    busy: 'The service has much to do. Try again in a moment.',
    other: 'Try again; if it happens again, give the code and the request to whoever runs the service.',
  },
  verdicts: {
    justified: 'justified',
    justified_if: 'justified if',
    not_justified_now: 'not justified now',
    undetermined: 'undetermined',
  },
  standings: {
    in: 'in the plan',
    out: 'out',
    locked: 'locked',
    core: 'core',
    borderline: 'borderline',
    exterior: 'exterior',
  },
  table: {
    filter: 'Filter',
    sortBy: (column: string) => `Sort by ${column}`,
    shown: (n: string, of: string) => `${n} of ${of} rows`,
    nothing: 'No row matches the filter.',
    lowToHigh: 'low to high',
    highToLow: 'high to low',
  },
};

export type Words = typeof words;
