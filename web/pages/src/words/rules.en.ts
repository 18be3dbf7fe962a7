// English words of the rules that a plan keeps.
export const words = {
  budget: (year: string) => `Budget ${year}`,
  runRate: (year: string) => `Recurring cost ${year}`,
  role: (role: string, period: string) => `${role}, days in ${period}`,
  envelope: (name: string, period: string) => `Envelope ${name}, ${period}`,
  requires: (a: string, b: string) => `${a} requires ${b}`,
  excludes: (a: string, b: string) => `${a} excludes ${b}`,
  atLeastOne: (group: string, members: string) => `At least one of ${group}${members === '' ? '' : ` (${members})`}`,
  allOrNone: (group: string) => `All of ${group} or none`,
  sameStart: (group: string) => `${group} starts together`,
  finishBefore: (a: string, b: string) => `${b} starts after ${a} is finished`,
  mandatory: (a: string) => `${a} is mandatory`,
  momentFloor: (moment: string, persona: string) => `Floor of must-be moment ${moment} for ${persona}`,
  forcedIn: (a: string) => `${a} is locked in`,
  forcedOut: (a: string) => `${a} is locked out`,
  floor: (measure: string, least: string) => `At least ${least} ${measure}`,
  oneVariant: (a: string) => `One variant of ${a}`,
  rule: (name: string) => `Rule ${name}`,
  begun: (a: string) => `${a} has begun`,
  measure: {
    npv: 'net present value',
    objectives: 'objectives reached',
    points: 'experience points',
    freedom: 'freedom from vendors',
    thrift: 'money left',
    regret: 'regret',
    coverage: 'coverage',
  },
  coverageOf: (name: string) => `coverage of ${name}`,
  objectiveOf: (name: string) => `objective ${name}`,
};

export type Words = typeof words;
