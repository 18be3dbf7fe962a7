// English words of the moments that a plan leaves uncovered, and of what covering them would cost.
export const words = {
  title: 'Moments that stay uncovered',
  note: (level: string) => `Moments of which the plan closes less than ${level} of the gap between what customers live and what they should; must-be first, then by money at risk.`,
  noteOwn: 'Moments of which the plan closes too little of the gap for somebody: less than the floor of must-be moments, else half. Must-be first, then by money at risk. Each price is that of the best plan that covers it.',
  level: 'Covered from',
  own: 'the dossier’s level',
  least: (share: string) => `${share} for who has least`,
  summary: (n: number, of: number, mustBe: number) => `${n} of ${of} moments stay below; ${mustBe} of them ${mustBe === 1 ? 'is' : 'are'} must-be.`,
  none: 'Every moment is covered at this level.',
  coverage: 'Coverage',
  atRisk: 'At risk, a year',
  ask: 'What would covering it cost?',
  working: 'The best plan that covers it is being looked for…',
  cost: (money: string, level: string) => `${money} net present value for ${level} of the gap closed`,
  free: (level: string) => `Another plan of the same worth closes ${level} of the gap.`,
  costEach: (money: string, level: string) => `${money} net present value for ${level} of the gap closed for each persona`,
  freeEach: (level: string) => `Another plan of the same worth closes ${level} of the gap for each persona.`,
  reached: (share: string) => `that plan reaches ${share}`,
  enters: 'enters',
  leaves: 'leaves',
  moves: 'moves',
  impossible: 'No plan that keeps the rules and the budgets reaches it.',
  apply: 'Apply this floor',
  floorOf: (moment: string) => `Floor: ${moment}`,
  uncovered: (n: number, mustBe: number, level: string) => `${n} ${n === 1 ? 'moment stays' : 'moments stay'} below ${level}${mustBe > 0 ? `, ${mustBe} must-be` : ''}`,
};

export type Words = typeof words;
