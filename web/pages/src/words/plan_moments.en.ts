// English words of the moments that a plan leaves uncovered, and of what covering them would cost.
export const words = {
  title: 'Moments that stay uncovered',
  note: (level: string) => `Moments of which the plan closes less than ${level} of the gap between what customers live and what they should; must-be first, then by money at risk.`,
  level: 'Covered from',
  summary: (n: number, of: number, mustBe: number) => `${n} of ${of} moments stay below; ${mustBe} of them ${mustBe === 1 ? 'is' : 'are'} must-be.`,
  none: 'Every moment is covered at this level.',
  coverage: 'Coverage',
  atRisk: 'At risk, a year',
  ask: 'What would covering it cost?',
  working: 'The best plan that covers it is being looked for…',
  cost: (money: string, level: string) => `${money} net present value for ${level} of the gap closed`,
  free: (level: string) => `Another plan of the same worth closes ${level} of the gap.`,
  reached: (share: string) => `that plan reaches ${share}`,
  enters: 'enters',
  leaves: 'leaves',
  moves: 'moves',
  impossible: 'No plan that keeps the rules and the budgets reaches it.',
  apply: 'Put this floor on the desk',
  floorOf: (moment: string) => `Floor: ${moment}`,
  uncovered: (n: number, mustBe: number) => `${n} ${n === 1 ? 'moment stays' : 'moments stay'} uncovered${mustBe > 0 ? `, ${mustBe} must-be` : ''}`,
};

export type Words = typeof words;
