import { describe, expect, it } from 'vitest';
import { render, textOf } from '../../testing/render.tsx';
import { type AuditEntry, AuditPage } from './audit-page.tsx';

const entry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
	id: 1,
	at: '2026-06-01T01:05:00Z',
	actorKind: 'person',
	personId: 5,
	actorName: '林晓',
	officeId: 2,
	officeName: '柳溪镇',
	event: 'office.renamed',
	title: '机关更名',
	subjectType: 'office',
	subjectId: 2,
	summary: '机关更名：柳溪乡 → 柳溪镇',
	outcome: 'done',
	outcomeLabel: '完成',
	ip: '10.0.0.8',
	data: {},
	...change,
});

const shown = (entries: AuditEntry[], more = false, at = '/audit') => {
	const page = Number(new URL(at, 'http://localhost').searchParams.get('page') ?? 1);
	return textOf(
		render(<AuditPage />, {
			at,
			data: [
				[['audit', { page }], { entries, page, pageSize: 50, total: entries.length, more }],
				[['audit', 'choices'], { events: [], subjectTypes: [] }],
				[['offices', 'all'], []],
			],
		}),
	);
};

describe('the audit trail', () => {
	it('says who did what, when and where', () => {
		expect(shown([entry()])).toContain('2026年6月1日 09:05 林晓 柳溪镇 机关更名 机关更名：柳溪乡 → 柳溪镇 完成');
	});

	it('marks what was refused', () => {
		expect(shown([entry({ outcome: 'refused' })])).toContain('被拒绝');
	});

	it('shows no code of a job that nobody gave a name to', () => {
		expect(shown([entry({ title: 'catalog.ensureColumns', event: 'catalog.ensureColumns' })])).not.toContain(
			'ensureColumns',
		);
	});

	it('asks to narrow a search that finds too much', () => {
		expect(shown([entry()], true)).toContain('请缩小查询范围');
		expect(shown([entry()])).not.toContain('请缩小查询范围');
	});

	it('says when nothing was found', () => {
		expect(shown([])).toContain('没有符合条件的记录');
	});

	it('opens at the page of the address', () => {
		expect(shown([entry({ actorName: '第二页的人' })], false, '/audit?page=2')).toContain('第二页的人');
	});
});
