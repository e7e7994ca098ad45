import type { Section } from '../../model/index.ts';
import { basisForms } from '../basis.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';

const levels = ['', '一级标题', '二级标题'];

export const NNUM = defineRule({
	id: 'N-NUM',
	title: '标题编号不缺不乱',
	basis: basisForms,
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'warning',
	scope: 'text',
	check: ({ report: { sections } }) => [...unnumbered(sections), ...gaps(sections)],
});

/** Headings without a number, where the ones beside them have one. */
function unnumbered(sections: readonly Section[]): Draft[] {
	if (!sections.some(({ n }) => n !== null)) return [];
	const bare = sections.filter(({ n, level }) => n === null && level <= 2);
	const [first] = bare;
	if (!first) return [];
	const names = bare.map(({ heading }) => `「${heading}」`).join('、');
	return [{ found: bare.length, expected: 0, message: `标题${names}没有编号`, at: first.at }];
}

/** A number that does not follow the one before it at the same level, under the same parent. */
function gaps(sections: readonly Section[]): Draft[] {
	const last: number[] = [0, 0, 0];
	let isBroken = false;
	const findings: Draft[] = [];
	for (const { n, level, heading, at } of sections) {
		if (level > 2) continue;
		if (level === 1) last[2] = 0;
		if (n === null) {
			isBroken = true;
			continue;
		}
		const before = last[level] ?? 0;
		// A list that does not begin with 1 lost its head in reading; N-SEC says so where a part is missing.
		if (before > 0 && n !== before + 1 && !(isBroken && n > before)) {
			const message = `${levels[level]}「${heading}」编号为${n}，前一个是${before}，应为${before + 1}`;
			findings.push({ found: n, expected: before + 1, message, at });
		}
		isBroken = false;
		last[level] = n;
	}
	return findings;
}
