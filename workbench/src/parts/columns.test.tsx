import { Form } from 'antd';
import { describe, expect, it } from 'vitest';
import { render, textOf } from '../testing/render.tsx';
import { columnGroups } from './column-groups.ts';
import { type CatalogColumn, ColumnSelect } from './columns.tsx';

const column = (change: Partial<CatalogColumn>): CatalogColumn => ({
	id: 1,
	officeId: 3,
	parentId: null,
	slug: 'notices',
	name: '通知公告',
	description: '',
	keywords: '',
	kind: 'usual',
	type: '政策文件',
	code: '',
	updateDays: null,
	absentSince: null,
	absentNote: '',
	position: 110,
	closed: false,
	revision: 1,
	takesDocuments: true,
	...change,
});

describe('columns as choices', () => {
	it('stand in two groups, each in the order given', () => {
		const groups = columnGroups([
			column({ id: 1 }),
			column({ id: 2, name: '社会救助', kind: 'item', code: 'A21-T8' }),
			column({ id: 3, name: '政策文件' }),
		]);
		expect(groups.map(({ label, options }) => [label, options.map(({ value }) => value)])).toEqual([
			['栏目', [1, 3]],
			['法定主动公开内容', [2]],
		]);
	});

	it('tell an item from a column of the same name by its code', () => {
		const [item] = columnGroups([column({ name: '统计信息', kind: 'item', code: 'A20-04' })]);
		expect(item?.options[0]?.label).toBe('统计信息（A20-04）');
	});

	it('say that one is closed, and leave an empty group out', () => {
		const groups = columnGroups([column({ closed: true })]);
		expect(groups).toHaveLength(1);
		expect(groups[0]?.options[0]?.label).toBe('通知公告（已停用）');
		expect(columnGroups([])).toEqual([]);
	});
});

describe('the choice of a column', () => {
	const shown = (value: number | null, columns: CatalogColumn[] | undefined) =>
		textOf(
			render(
				<Form>
					<ColumnSelect officeId={3} value={value} />
				</Form>,
				{ data: columns ? [[['columns', 3], columns]] : [] },
			),
		);

	it('shows the chosen one by name', () => {
		expect(shown(1, [column({})])).toContain('通知公告');
	});

	it('still names one that was closed meanwhile', () => {
		expect(shown(1, [column({ closed: true, takesDocuments: false })])).toContain('通知公告（已停用）');
	});

	it('never shows a number while the names are being read', () => {
		expect(shown(4711, undefined)).not.toContain('4711');
	});
});
