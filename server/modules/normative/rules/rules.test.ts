import { describe, expect, it } from 'vitest';
import { findMove, whyNot } from '../../../kernel/workflow.ts';
import { type BatchItem, STATES, type State } from '../model.ts';
import { ACTIONS, type Action, batchWorkflow, projectWorkflow } from '../workflow.ts';
import { announcement, countsOf, countsText, listRows } from './lists.ts';
import { documentNumber, isWord } from './number.ts';
import { type GivenStep, stepIssues } from './step.ts';
import { addMonths, evaluationOf, filingLimit, isExpiring } from './term.ts';

/** The table as it should read: state → action → state. Whatever is not here must be refused. */
const EXPECTED: Record<State, Partial<Record<Action, State>>> = {
	planned: { finishDraft: 'drafted', stop: 'stopped' },
	drafted: { openConsultation: 'consulting', skipConsultation: 'consulted', stop: 'stopped' },
	consulting: { closeConsultation: 'consulted', stop: 'stopped' },
	consulted: { passReview: 'reviewed', returnReview: 'planned', skipReview: 'reviewed', stop: 'stopped' },
	reviewed: { discuss: 'discussed', returnDiscussion: 'planned', skipDiscussion: 'discussed', stop: 'stopped' },
	discussed: { sign: 'signed', stop: 'stopped' },
	signed: { number: 'numbered', stop: 'stopped' },
	numbered: { submitFiling: 'submitted', stop: 'stopped' },
	submitted: { registerFiling: 'filed', returnFiling: 'numbered' },
	filed: {},
	stopped: {},
};

describe.each(Object.keys(STATES) as State[])('from %s', (state) => {
	it.each(ACTIONS)('%s goes where the table says, or nowhere', (action) => {
		expect(findMove(projectWorkflow, state, action)?.to).toBe(EXPECTED[state][action]);
	});
});

describe('guards', () => {
	const all = () => true;
	it('a drafter does not review, what is public is not stopped, what is not public is not filed', () => {
		const keys = (state: State, action: Action, isDrafter: boolean, isPublic: boolean) =>
			whyNot(projectWorkflow, state, action, { isDrafter, isPublic }, all).map(({ key }) => key);
		expect(keys('consulted', 'passReview', true, false)).toEqual(['flow.ownDraft']);
		expect(keys('numbered', 'stop', false, true)).toEqual(['flow.public']);
		expect(keys('numbered', 'submitFiling', false, false)).toEqual(['flow.notPublic']);
	});

	it('a clean-up is signed when all is concluded, by somebody else', () => {
		const keys = (open: number, isAuthor: boolean) =>
			whyNot(batchWorkflow, 'open', 'sign', { open, isAuthor }, all).map(({ key }) => key);
		expect(keys(2, true)).toEqual(['batch.open', 'batch.own']);
		expect(keys(0, false)).toEqual([]);
	});
});

describe('a step', () => {
	const blank: GivenStep = { onDay: '2026-06-01', text: '', data: {} };
	const about = { project: { major: false }, steps: [], today: '2026-06-01', consultationDays: 7 };
	const keys = (action: Action, given: Partial<GivenStep> = {}, change: object = {}) =>
		stepIssues(action, { ...blank, ...given }, { ...about, ...change }).map(({ key }) => key);

	it('says what it has to say, each in its own words', () => {
		const silent: readonly Action[] = ['sign', 'number'];
		for (const action of ACTIONS) expect(keys(action).length > 0, action).toBe(!silent.includes(action));
	});

	it('has every day of the consultation between the first and the last', () => {
		const data = { startsOn: '2026-05-01', endsOn: '2026-05-08' };
		expect(keys('openConsultation', { data })).toEqual([]);
		expect(keys('openConsultation', { data: { ...data, endsOn: '2026-05-07' } })).toEqual(['step.short']);
		expect(keys('openConsultation', { data: { ...data, endsOn: '2026-05-01' } })).toEqual(['step.endsOn']);
		expect(keys('openConsultation', { data }, { project: { major: true } })).toEqual(['step.short']);
		expect(keys('openConsultation', { data, text: '险情紧急，缩短期限' }, { project: { major: true } })).toEqual([]);
	});

	it('leads nowhere but to an address', () => {
		const dates = { startsOn: '2026-05-01', endsOn: '2026-05-30' };
		for (const link of ['javascript:alert(1)', '//evil.example', 'data:text/html,x', 'www.example.cn'])
			expect(keys('openConsultation', { data: { ...dates, link } }), link).toEqual(['step.link']);
		for (const link of ['', '/d/1', 'https://www.example.cn/x'])
			expect(keys('openConsultation', { data: { ...dates, link } }), link).toEqual([]);
	});
});

describe('terms and numbers', () => {
	it('adds months as a calendar does', () => {
		expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
		expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
		expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
	});

	it('sees what ends within the months, its last day included, and not what has ended', () => {
		expect(isExpiring('2026-06-01', '2026-06-01', 6)).toBe(true);
		expect(isExpiring('2026-12-01', '2026-06-01', 6)).toBe(true);
		expect(isExpiring('2026-12-02', '2026-06-01', 6)).toBe(false);
		expect(isExpiring('2026-05-31', '2026-06-01', 6)).toBe(false);
		expect(isExpiring(null, '2026-06-01', 6)).toBe(false);
	});

	it('asks for another evaluation when the term was extended', () => {
		const one = { documentId: 1, onDay: '2026-01-01', conclusion: 'keep' as const, text: 'x', personName: 'y' };
		expect(evaluationOf([{ ...one, expiresOn: '2026-12-31' }], '2026-12-31')).not.toBeNull();
		expect(evaluationOf([{ ...one, expiresOn: '2026-12-31' }], '2028-12-31')).toBeNull();
	});

	it('is filed late only after the last day', () => {
		expect(filingLimit('2026-06-01', 15, { submittedOn: null, today: '2026-06-16' })).toEqual({
			due: '2026-06-16',
			late: false,
		});
		expect(filingLimit('2026-06-01', 15, { submittedOn: null, today: '2026-06-17' }).late).toBe(true);
		expect(filingLimit('2026-06-01', 15, { submittedOn: '2026-06-16', today: '2026-09-01' }).late).toBe(false);
	});

	it('writes 文号 as they are printed', () => {
		expect(documentNumber('望政规', 2026, 3)).toBe('望政规〔2026〕3号');
		expect(['望政规', '', 'abc', '望政规〔'].map(isWord)).toEqual([true, false, false, false]);
	});
});

describe('the lists of a clean-up', () => {
	const item = (id: number, conclusion: BatchItem['conclusion'], title = `文件${id}`): BatchItem => ({
		...{ id, batchId: 1, documentId: id, officeId: 1, title, documentNumber: '', formedOn: '2024-01-01' },
		...{ expiresOn: null, conclusion, reason: '', personName: '', at: null },
	});
	const items = [item(1, 'keep'), item(2, 'revise'), item(3, 'repeal', '<b>办法</b>'), item(4, null)];
	const offices = new Map([[1, '柳溪镇']]);

	it('hold what is to be revised as in force, with a remark, and nothing twice', () => {
		expect(listRows('keep', items, offices).map(({ remark }) => remark)).toEqual(['', '需修改，修改前继续有效']);
		expect(listRows('repeal', items, offices).map(({ serial }) => serial)).toEqual([1]);
		expect(countsText(countsOf(items))).toBe('共清理行政规范性文件4件，其中继续有效1件，修改1件，废止1件，宣布失效0件');
	});

	it('carry no markup of a title into the announcement, and say what is empty', () => {
		const body = announcement({ title: '清理', onDay: '2026-05-31', effectiveOn: '2026-06-01' }, items, offices);
		expect(body).toContain('&lt;b&gt;办法&lt;/b&gt;');
		expect(body).not.toContain('<b>');
		expect(body).toContain('<h2>宣布失效的行政规范性文件目录</h2><p>无。</p>');
	});
});
