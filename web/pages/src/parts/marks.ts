// The marks that stand beside words; a shape never stands for two things.
export type MarkKind =
  | 'in'
  | 'out'
  | 'locked'
  | 'core'
  | 'borderline'
  | 'exterior'
  | 'good'
  | 'bad'
  | 'entered'
  | 'left'
  | 'moved';
