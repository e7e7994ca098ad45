import type { Finding } from '../api.ts';

/** Errors nobody has explained: with one of these the report is not signed. */
export function blockingCount(findings: readonly Pick<Finding, 'severity' | 'explanation'>[]): number {
	return findings.filter(({ severity, explanation }) => severity === 'error' && explanation === null).length;
}
