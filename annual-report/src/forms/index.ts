export type { AddressInfo } from './addresses.ts';
export {
	addressInfo,
	allAddresses,
	labelOf,
	table2Blocks,
	table2RowAddresses,
	table3RowAddresses,
	unitOf,
} from './addresses.ts';
export { identitiesOf } from './identities.ts';
export { layoutsOf } from './layout.ts';
export { sectionsOf, sixSections } from './sections.ts';
export { statLines } from './stat.ts';
export { applicantColumns, balanceNote, resultKeys, table3Rows } from './table3.ts';
export { caseColumns, caseGroups } from './table4.ts';
export type {
	Block,
	Column,
	Identity,
	Label,
	LayoutCell,
	LayoutKind,
	Row,
	SectionSpec,
	StatLine,
	TableForm,
	TableKey,
	TableLayout,
} from './types.ts';
