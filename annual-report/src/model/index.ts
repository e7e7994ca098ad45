export type { Cell, CellState, Place } from './cell.ts';
export type {
	AuditSettings,
	Evidence,
	Finding,
	Glance,
	Rule,
	RuleContext,
	RuleResult,
	RuleScope,
	Severity,
} from './finding.ts';
export { isSameOffice, officeName, placeOf } from './office.ts';
export type { Claim, Form, Precision, Report, Section, SourceLine, Warning } from './report.ts';
