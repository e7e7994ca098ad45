import { describe, expect, it } from 'vitest';
import type { InHand } from '../../../module.ts';
import { registerKind } from '../../registers/kinds/index.ts';
import { SHIPPED_ARTICLES, SHIPPED_DUTIES } from '../knowledge/shipped.ts';
import { KINDS, type Kind, POSTS } from '../model.ts';
import { articleIssues, foundArticles } from './knowledge.ts';
import { holderIssues, itemsFor } from './people.ts';
import { judgePeople } from './people-rows.ts';
import { attendedLine, lineOf, peopleIssues, ratingIssues, summarised, trainingIssues } from './training.ts';

describe('the line a training is counted by', () => {
	it.each(Object.keys(KINDS) as Kind[])('of %s goes into a register that is there, with fields it has', (kind) => {
		const line = lineOf({ kind, day: '2026-06-01', title: '专题' }, 12);
		const register = registerKind(line.kind);
		expect(register?.measure).toBe('sum');
		const known = register?.fields.map(({ key }) => key) ?? [];
		for (const key of Object.keys(line.fields)) expect(known).toContain(key);
		expect(line.quantity).toBe('1');
	});

	it('counts the heads the report asks for (13.3)', () => {
		expect(lineOf({ kind: 'training', day: '2026-06-01', title: '专题' }, 12).fields.trainees).toBe(12);
	});

	it('is one of the sending office only for a training to which somebody came', () => {
		const of = { kind: 'training', day: '2026-06-01' } as const;
		expect(attendedLine(of, 3, '县政府办')).toMatchObject({ kind: 'trainingAttended', fields: { persons: 3 } });
		expect(attendedLine(of, 0, '县政府办')).toBeNull();
		expect(attendedLine({ ...of, kind: 'meeting' }, 3, '县政府办')).toBeNull();
	});
});

describe('a plan and its people', () => {
	const PLAN = {
		kind: 'training',
		title: '专题培训',
		day: '2026-06-01',
		hours: '',
		place: '',
		speaker: '',
		content: '',
		minutes: '',
	} as const;

	it('wants a name, a day that exists, and somebody to come', () => {
		expect(trainingIssues({ ...PLAN, offices: [1] })).toEqual([]);
		const fields = trainingIssues({ ...PLAN, title: '', day: '2026-02-29', offices: [] }).map(({ field }) => field);
		expect(fields).toEqual(['title', 'day', 'offices']);
	});

	it('tells two of one name apart by their position', () => {
		const one = { name: '林晓', position: '', personId: null };
		expect(peopleIssues([one, { ...one, position: '科员' }], [])).toEqual([]);
		expect(peopleIssues([one, { ...one, name: ' 林晓 ' }], []).map(({ field }) => field)).toEqual(['people.1.name']);
		expect(peopleIssues([one], [one])).toHaveLength(1);
		expect(peopleIssues([{ ...one, name: '' }], [])).toHaveLength(1);
	});

	it('reads a list from the door row by row', () => {
		const offices = new Map([['柳溪镇', 7]]);
		const row = (change: object) => ({ office: '柳溪镇', name: '林晓', position: '', attended: '是', ...change });
		const judge = (...rows: object[]) =>
			judgePeople(
				rows.map((change, at) => ({ row: at + 2, values: row(change) })),
				offices,
			);
		expect(judge({})[0]).toMatchObject({ officeId: 7, attended: true, issues: [] });
		expect(judge({ attended: '否' })[0]).toMatchObject({ attended: false, issues: [] });
		const keys = (change: object) => judge(change)[0]?.issues.map(({ key }) => key);
		expect(keys({ office: '' })).toEqual(['person.office']);
		expect(keys({ attended: '' })).toEqual(['person.came']);
		expect(keys({ name: '' })).toEqual(['person.name']);
		expect(judge({}, {})[1]?.issues.map(({ key }) => key)).toEqual(['person.same']);
	});
});

describe('opinions', () => {
	const opinion = (score: number, comment = '') => ({ scores: [score, score, score, score], comment });

	it('are whole, from one to five', () => {
		expect(ratingIssues([1, 2, 3, 5], '')).toEqual([]);
		for (const scores of [[], [1, 2, 3], [0, 1, 1, 1], [1, 1, 1, 1.5], [6, 1, 1, 1]])
			expect(ratingIssues(scores, ''), JSON.stringify(scores)).toHaveLength(1);
		expect(ratingIssues([1, 1, 1, 1], '字'.repeat(501))[0]?.field).toBe('comment');
	});

	it('are not shown while they could be traced to who gave them', () => {
		expect(summarised([opinion(5, '好'), opinion(1)])).toEqual({ count: 2, means: null, comments: [] });
		expect(summarised([opinion(5, '乙'), opinion(4), opinion(4, '甲')])).toEqual({
			...{ count: 3, means: [4.3, 4.3, 4.3, 4.3], comments: ['乙', '甲'] },
		});
	});
});

describe('posts and hand-over', () => {
	it('every post has duties of its own from the start', () => {
		for (const post of Object.keys(POSTS) as (keyof typeof POSTS)[])
			expect(SHIPPED_DUTIES[post].length).toBeGreaterThan(10);
	});

	it('checks days and telephone', () => {
		const holder = {
			post: 'liaison',
			name: '林晓',
			personId: null,
			position: '',
			phone: '0999-8100008',
			since: '2026-01-01',
			until: null,
		} as const;
		expect(holderIssues(holder)).toEqual([]);
		expect(holderIssues({ ...holder, until: '2025-12-31' })[0]?.field).toBe('until');
		expect(holderIssues({ ...holder, until: '2026-01-01', phone: '' })).toEqual([]);
		expect(holderIssues({ ...holder, phone: '八一零' })[0]?.field).toBe('phone');
	});

	it('leaves out what is another’s, and puts the earliest limit first within its heading', () => {
		const item = (title: string, due: string | null, personId: number | null, group = '在办申请'): InHand => ({
			...{ group, title, state: '办理中', due, personId },
		});
		const all = [
			item('b', '2026-07-01', 1),
			item('x', null, 2),
			item('a', '2026-06-01', null),
			item('c', null, 1),
			item('d', null, null, '公众诉求'),
		];
		expect(itemsFor(all, 1).map(({ title }) => title)).toEqual(['a', 'b', 'c', 'd']);
		expect(itemsFor(all, 1)[0]).not.toHaveProperty('personId');
	});
});

describe('what clerks look up', () => {
	it('comes with at least twelve articles, each sound, on the law and leading to a screen', () => {
		expect(SHIPPED_ARTICLES.length).toBeGreaterThanOrEqual(12);
		for (const article of SHIPPED_ARTICLES) {
			expect(articleIssues(article), article.key).toEqual([]);
			expect(article.articles.length, article.key).toBeGreaterThan(0);
			expect(article.links.length, article.key).toBeGreaterThan(0);
		}
		expect(new Set(SHIPPED_ARTICLES.map(({ key }) => key)).size).toBe(SHIPPED_ARTICLES.length);
	});

	it('leads to no address outside', () => {
		const [article] = SHIPPED_ARTICLES;
		if (!article) throw new Error('none');
		for (const path of ['https://x.cn', '//x.cn', 'javascript:1', '/a b'])
			expect(articleIssues({ ...article, links: [{ label: '外', path }] }), path).toHaveLength(1);
	});

	it('finds whole words first, then what the question is made of', () => {
		const keys = (q: string) => foundArticles(SHIPPED_ARTICLES, q).map(({ key }) => key);
		expect(keys('')).toHaveLength(SHIPPED_ARTICLES.length);
		expect(keys('第三方')[0]).toBe('third-party');
		expect(keys('第三方 书面')).toContain('third-party');
		expect(keys('索引号怎么编')[0]).toBe('numbering');
		expect(keys('㊙')).toEqual([]);
	});
});
