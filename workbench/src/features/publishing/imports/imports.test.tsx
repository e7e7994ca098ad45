import { describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../../../testing/render.tsx';
import { IMPORTS, type ImportDetail } from './api.ts';
import { ImportList } from './import-list.tsx';
import { ImportPage } from './import-page.tsx';
import { countsText, phaseOf, totalOf } from './words.ts';

const none = { ready: 0, published: 0, draft: 0, known: 0, refused: 0 };
const session = sessionOf({ permissions: ['document.read', 'document.import'] });

const run: ImportDetail = {
	...{ id: 7, fileName: '导出.zip', name: '旧网站', officeId: null, officeName: '', columnName: '通知公告' },
	...{ createColumns: true, state: 'checked', stateLabel: '', stopAsked: false, reason: '', revision: 2 },
	...{ newColumns: ['望溪镇「旧闻」'], createdAt: '2026-05-20T01:00:00Z', createdByName: '顾宁' },
	...{ changedAt: '2026-05-20T01:00:00Z', checked: { ...none, ready: 4, refused: 1 }, imported: none },
	moves: [{ action: 'start', label: '开始导入', to: 'importing', permitted: true, allowed: true, reasons: [] }],
};
const lines = {
	total: 1,
	pageSize: 50,
	rows: [{ number: 3, place: '第3行', title: '', became: 'refused', becameLabel: '未导入', notes: ['没有标题。'] }],
};

function page(change: Partial<ImportDetail>): string {
	const shown = { ...run, ...change };
	const search = { phase: phaseOf(shown), page: 1 };
	const found = totalOf(phaseOf(shown) === 'check' ? shown.checked : shown.imported);
	return textOf(
		render(<ImportPage />, {
			session,
			data: [
				[[...IMPORTS, 7], shown],
				[[...IMPORTS, 7, 'lines', search, found], lines],
			],
			...{ at: '/documents/imports/7', path: '/documents/imports/:id' },
		}),
	);
}

describe('an import', () => {
	it('looked through says what was found, what it would make, and that nothing is written', () => {
		const text = page({});
		for (const part of [
			'检查了5条，还没有写入',
			'望溪镇「旧闻」',
			'可以导入 4 条，未导入 1 条',
			'开始导入',
			'下载检查结果',
		])
			expect(text).toContain(part);
		for (const part of ['第3行', '没有标题。', '逐条检查结果']) expect(text).toContain(part);
		expect(text).not.toContain('下载导入结果');
	});

	it('under way shows how far it is and can be stopped, once', () => {
		const stop = {
			action: 'stop' as const,
			label: '停止',
			to: 'importing',
			permitted: true,
			allowed: true,
			reasons: [],
		};
		const going = { state: 'importing' as const, imported: { ...none, published: 2 }, moves: [stop] };
		expect(page(going)).toContain('2/5');
		expect(page(going)).toContain('停止');
		const asked = page({ ...going, stopAsked: true });
		expect(asked).toContain('正在停止');
		expect(asked).not.toContain('停 止');
	});

	it('that failed says why; one that broke off can be gone on with', () => {
		expect(page({ state: 'failed', reason: '压缩包有密码，请去除密码后再上传。', moves: [] })).toContain(
			'压缩包有密码',
		);
		const goOn = {
			action: 'goOn' as const,
			label: '继续导入',
			to: 'importing',
			permitted: true,
			allowed: true,
			reasons: [],
		};
		const text = page({ state: 'stopped', imported: { ...none, published: 2 }, moves: [goOn] });
		for (const part of ['已经停止', '继续导入', '逐条导入结果', '下载导入结果']) expect(text).toContain(part);
	});
});

describe('the list', () => {
	it('names source, result and who brought it, and offers the template', () => {
		const text = textOf(render(<ImportList />, { session, data: [[[...IMPORTS, 'list'], { rows: [run] }]] }));
		for (const part of ['旧网站', '导出.zip', '可以导入 4 条', '顾宁', '下载模板', '上传文件'])
			expect(text).toContain(part);
	});

	it('without any says how to begin', () => {
		const text = textOf(render(<ImportList />, { session, data: [[[...IMPORTS, 'list'], { rows: [] }]] }));
		expect(text).toContain('还没有导入过');
	});
});

it('counts leave out what did not occur', () => {
	expect(countsText({ ...none, published: 2, known: 1 })).toBe('已公开 2 条，已导入过 1 条');
	expect(countsText(none)).toBe('还没有');
});
