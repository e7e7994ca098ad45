import { type AuditedReport, auditAll, type Finding, type Report } from '../annual-report/src/index.ts';
import type { Gold, GoldError } from './corpus-gold.ts';

/** The rules that may answer for an error of the gold, by its type. */
const rulesOf: Record<string, RegExp> = {
	form_outdated: /^N-(?:FORM|SEC)$/,
	empty_section: /^N-EMPTY$/,
	missing_table: /^N-EMPTY$/,
	published_late: /^N-DATE$/,
	contact_suspect: /^N-CONTACT$/,
	conversion_residue: /^N-RES$/,
	page_chrome: /^N-RES$/,
	narrative_vs_table: /^(?:N-|A-)/,
	stat_items: /^A-/,
	missing_cells: /^(?:A-15|A-MISS|T[234]-(?:INT|MISS))$/,
	narrative_sum: /^N-(?:SUM|PUB)$/,
	percent: /^N-PCT$/,
	missing_number: /^N-(?:NUM|FIG|COUNT|BLANK)$/,
	duplicated_phrase: /^N-DUP$/,
	title_nonstandard: /^N-TITLE$/,
	heading_missing: /^N-(?:HEAD|NUM|SEC)$/,
	heading_typo: /^N-(?:HEAD|SEC)$/,
	list_numbering: /^N-LIST$/,
	wrong_year: /^N-YEAR$/,
	cross_year_t2: /^T2/,
	t3_items_vs_total: /^T3-SUM$/,
};

/** A trap is sprung by a finding of the kind it looks like. */
const trapRules: Record<string, RegExp> = {
	...rulesOf,
	stat_items: /^A-10$/,
	copied_organ: /^N-SIM$/,
	narrative_scope: /^N-(?:SUM|PUB)$/,
};

/** Which errors of the gold the audit finds in each report, all reports of the corpus seeing each other. */
export function compareErrors(golds: readonly Gold[], reports: readonly Report[]) {
	const evidence = Object.fromEntries(
		reports.map((report, i) => {
			const areaCode = areaCodeOf(golds[i]);
			return [report.file, { level: levelOf(golds[i]), ...(areaCode ? { areaCode } : {}) }];
		}),
	);
	return auditAll(reports, evidence).map((audited, i) => compareOne(golds[i], audited));
}

/**
 * Area codes of the places in the corpus, from the public numbering plan and not from the gold: what every office has in
 * its own settings and hands to the audit as evidence. Of 中庄镇 nothing tells in which of its namesakes it lies.
 */
const AREA_CODES: Readonly<Record<string, string>> = {
	淮安: '0517',
	平潭: '0591',
	城步: '0739',
	利辛: '0558',
	五河: '0552',
	盈江: '0692',
	上海: '021',
};

function areaCodeOf(gold: Gold | undefined): string | undefined {
	return Object.entries(AREA_CODES).find(([place]) => gold?.organ?.startsWith(place))?.[1];
}

function levelOf(gold: Gold | undefined): 'county' | 'township' | undefined {
	return gold?.level === 'county' || gold?.level === 'township' ? gold.level : undefined;
}

function compareOne(gold: Gold | undefined, { findings }: AuditedReport) {
	const errors = gold?.errors ?? [];
	const traps = errors.filter((error) => error.severity === 'trap');
	const real = errors.filter((error) => error.severity !== 'trap');
	const missed = real.filter((error) => !findings.some((finding) => answers(finding, error)));
	const sprung = traps.filter((trap) => findings.some((finding) => springs(finding, trap)));
	const errorFindings = findings.filter((finding) => finding.severity === 'error');
	const lines = [
		...missed.map((error) => `error not found: ${error.severity} ${error.type} ${error.detail}`),
		...sprung.map((trap) => `trap sprung: ${trap.type} ${trap.detail}`),
		...errorFindings
			.filter((finding) => !real.some((error) => answers(finding, error)))
			.map((finding) => `finding gold does not have: ${finding.rule} ${finding.message}`),
	];
	return { errors: real.length, found: real.length - missed.length, traps: traps.length, sprung: sprung.length, lines };
}

function answers(finding: Finding, error: GoldError): boolean {
	if (!rulesOf[error.type]?.test(finding.rule)) return false;
	if (typeof error.found !== 'number' || typeof finding.found !== 'number') return true;
	return [finding.found, finding.expected].some((value) => value === error.found || value === error.expected);
}

/** A trap that names figures is sprung only by a finding about one of them. */
function springs(finding: Finding, trap: GoldError): boolean {
	if (!trapRules[trap.type]?.test(finding.rule)) return false;
	if (typeof trap.found !== 'number') return finding.severity !== 'info';
	return finding.severity !== 'info' && (finding.found === trap.found || finding.expected === trap.found);
}
