import { describe, expect, it } from 'vitest';
import { ProblemError } from '../api/problem.ts';
import { render, textOf } from '../testing/render.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { RowCards } from './row-cards.tsx';

interface Row {
	id: number;
	name: string;
	phone: string;
}

const columns: readonly Column<Row>[] = [
	{ key: 'name', title: '名称', render: ({ name }) => <a href="/x">{name}</a> },
	{ key: 'phone', title: '电话', render: ({ phone }) => phone },
	{ key: 'id', title: '编号', render: ({ id }) => `#${id}`, notOnCard: true },
];
const rows: Row[] = [
	{ id: 1, name: '柳溪镇', phone: '0999-1' },
	{ id: 2, name: '石桥镇', phone: '0999-2' },
];
const base = { label: '机关列表', columns, rowKey: ({ id }: Row) => id, empty: { title: '还没有机关' } };

describe('DataTable', () => {
	it('shows its rows under their headings and is named', () => {
		const markup = render(<DataTable {...base} rows={rows} />);
		expect(textOf(markup)).toContain('名称 电话 编号 柳溪镇 0999-1 #1 石桥镇 0999-2 #2');
		expect(markup).toContain('aria-label="机关列表"');
	});

	it('says what is missing when there are no rows, with the way to begin', () => {
		const empty = { title: '还没有机关', hint: '请先导入', action: <a href="/i">导入</a> };
		expect(textOf(render(<DataTable {...base} empty={empty} rows={[]} />))).toBe('还没有机关 请先导入 导入');
	});

	it('does not say «none» while it is still reading', () => {
		expect(textOf(render(<DataTable {...base} rows={[]} loading />))).not.toContain('还没有机关');
	});

	it('says why when nothing could be read, and keeps the rows when only the next reading failed', () => {
		const error = new ProblemError({ title: '系统正在维护，请稍后再试。', status: 503, code: 'unavailable' });
		const failed = textOf(render(<DataTable {...base} rows={undefined} error={error} onRetry={() => {}} />));
		expect(failed).toContain('系统正在维护');
		expect(failed).toContain('重试');
		expect(textOf(render(<DataTable {...base} rows={rows} error={error} />))).toContain('柳溪镇');
	});

	it('counts all rows, not those of the page', () => {
		const paging = { page: 2, pageSize: 20, total: 45, onPage: () => {} };
		expect(textOf(render(<DataTable {...base} rows={rows} paging={paging} />))).toContain('共 45 条');
	});

	it('has no pages when there is nothing', () => {
		const paging = { page: 1, pageSize: 20, total: 0, onPage: () => {} };
		expect(render(<DataTable {...base} rows={[]} paging={paging} />)).not.toContain('pagination');
	});
});

describe('the cards of a phone', () => {
	it('are headed by the first column and leave out what is not for them', () => {
		const text = textOf(render(<RowCards {...base} rows={rows} />));
		expect(text).toBe('柳溪镇 电话 0999-1 石桥镇 电话 0999-2');
	});

	it('can be chosen', () => {
		const selection = { keys: [2], onChange: () => {} };
		const boxes = render(<RowCards {...base} rows={rows} selection={selection} />).match(/<input[^>]*>/g) ?? [];
		expect(boxes.map((box) => box.includes('checked=""'))).toEqual([false, true]);
	});
});
