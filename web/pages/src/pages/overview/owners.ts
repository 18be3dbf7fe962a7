// Which findings say that nobody owns something.
import type { Finding } from '../../api/schema';

const CODES = new Set(['benefit_without_owner', 'objective_without_owner']);

export function isAboutOwner(finding: Finding): boolean {
  return CODES.has(finding.code);
}
