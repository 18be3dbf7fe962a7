// English words of the measures that a plan is held to.
export const words = {
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
