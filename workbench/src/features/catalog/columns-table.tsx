import { Button, Tag } from 'antd';
import type { CatalogColumn } from '../../parts/columns.tsx';
import { type Column, formatDay } from '../../ui/index.ts';
import { updateWords } from './sections.ts';

/** Columns of one part of the catalog. `edit` is null for those who only read. */
export function catalogColumns(
	part: 'fixed' | 'usual' | 'item',
	officeSlug: string,
	edit: ((column: CatalogColumn) => void) | null,
): Column<CatalogColumn>[] {
	const all: (Column<CatalogColumn> | null)[] = [
		{ key: 'name', title: '栏目', width: '38%', render: (column) => <Name column={column} officeSlug={officeSlug} /> },
		part === 'item'
			? { key: 'code', title: '事项代码', width: 90, render: ({ code }) => code }
			: { key: 'type', title: '页面类型', width: 140, render: ({ type }) => type },
		part === 'fixed' ? null : { key: 'update', title: '更新要求', width: 160, render: updateWords },
		{ key: 'state', title: '状态', render: (column) => <State column={column} /> },
		edit ? { key: 'edit', title: '操作', width: 80, render: (column) => <Edit column={column} edit={edit} /> } : null,
	];
	return all.filter((column) => column !== null);
}

/** Fixed columns stand at addresses of their own; the others are lists of documents. */
const FIXED_PATHS: Readonly<Record<string, string>> = { guide: 'guide', reports: 'reports', statutory: 'catalog' };

function Name({
	column: { name, description, slug, kind, closed },
	officeSlug,
}: {
	column: CatalogColumn;
	officeSlug: string;
}) {
	const path = kind === 'apply' ? `/apply/${officeSlug}` : `/o/${officeSlug}/${FIXED_PATHS[kind] ?? `c/${slug}`}`;
	return (
		<div className="cat-name">
			{closed || officeSlug === '' ? (
				name
			) : (
				<a href={path} target="_blank" rel="noreferrer">
					{name}
				</a>
			)}
			{description ? <div className="gk-hint">{description}</div> : null}
		</div>
	);
}

function State({ column: { closed, absentSince, absentNote } }: { column: CatalogColumn }) {
	if (closed) return <Tag>已停用</Tag>;
	if (absentSince === null) return '使用中';
	return (
		<>
			<Tag color="warning">本机关无此类信息</Tag>
			<div className="gk-hint">
				{formatDay(absentSince)}登记：{absentNote}
			</div>
		</>
	);
}

function Edit({ column, edit }: { column: CatalogColumn; edit: (column: CatalogColumn) => void }) {
	return (
		<Button size="small" aria-label={`修改栏目：${column.name}`} onClick={() => edit(column)}>
			修改
		</Button>
	);
}
