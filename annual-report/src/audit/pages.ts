import { rollUpChecks } from '../aggregate/checks.ts';
import type { Rule } from '../model/index.ts';
import { rules } from './rules/index.ts';

const families: readonly [string, RegExp][] = [
	['2014 statistics table', /^A-/],
	['Table 2 (proactive publication)', /^T2/],
	['Table 3 (applications)', /^T3/],
	['Table 4 (reviews and suits)', /^T4/],
	['Narrative', /^N-/],
];

const scopes: Record<Rule['scope'], string> = {
	table: 'tables',
	claim: 'text against tables',
	text: 'text',
	year: 'needs last year',
	unit: 'needs other offices',
	evidence: 'needs evidence',
};

/** The rule index as it stands in `rules/INDEX.md`, made from the rules themselves; a test compares the two. */
export function renderRuleIndex(): string {
	const head = [
		'# Rule index',
		'',
		`${rules.length} rules. Generated from \`src/audit/rules/\`; run \`npm run generate\` after a change.`,
		'Severity is that of the `import` profile; the `county` profile makes T2-INT, T3-INT, T4-INT and A-15 errors.',
		'',
	];
	return [...head, ...families.flatMap(([name, pattern]) => family(name, pattern)), ...rollUp()].join('\n');
}

function rollUp(): string[] {
	const rows = Object.values(rollUpChecks).map(
		({ id, title, severity }) => `| [${id}](${id}.md) | ${title} | ${severity} |`,
	);
	return [
		'## Roll-up',
		'',
		'Checks of a sum over many reports (`reconcile`, `gongkai report sum`), not of one report.',
		'',
		'| check | title | severity |',
		'|---|---|---|',
		...rows,
		'',
	];
}

function family(name: string, pattern: RegExp): string[] {
	const rows = rules.filter((rule) => pattern.test(rule.id)).map(row);
	return [`## ${name}`, '', '| rule | title | forms | severity | reads |', '|---|---|---|---|---|', ...rows, ''];
}

function row({ id, title, forms, severity, scope }: Rule): string {
	return `| [${id}](${id}.md) | ${title} | ${forms.join(', ')} | ${severity} | ${scopes[scope]} |`;
}
