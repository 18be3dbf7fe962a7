// English words of the hints: what a term means here, in a sentence or two.
export const words = {
  ask: (term: string) => `What does “${term}” mean?`,
  terms: {
    npv: { term: 'Net present value', means: 'What the gains are worth today less what they cost, later years counted for less. Above zero, it creates value. Claims that are weakly proven count for less.' },
    coverage: { term: 'Coverage', means: 'Share of the gap between what customers live and what they should live that the plan closes, weighted by what matters to whom.' },
    mustBe: { term: 'Must-be', means: 'Customers take it for granted: nobody thanks you for it, and they leave when it is missing.' },
    obsession: { term: 'Customer obsession', means: 'How agile, flexible, global and intelligent what is funded makes the house, from 0 to 10.' },
    core: { term: 'Core', means: 'In every best plan, whatever the admitted weights: a decision that needs no debate.' },
    borderline: { term: 'Borderline', means: 'In some best plans and not in others: it depends on what the committee cares for most.' },
    exterior: { term: 'Exterior', means: 'In no best plan, whatever the admitted weights: not to be funded now.' },
    regret: { term: 'Regret', means: 'What a plan loses in a scenario against the plan that would have been best there.' },
    range: { term: 'Net present value and its range', means: 'What the gains are worth today less what they cost. The range runs from the lowest to the highest over the scenarios of the dossier in which the plan can be done; it is no probability.' },
  },
};

export type Words = typeof words;
export type Term = keyof Words['terms'];
