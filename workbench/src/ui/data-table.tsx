import { Pagination, Table } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { EmptyState } from './empty-state.tsx';
import { LoadFault } from './refused.tsx';
import { RowCards } from './row-cards.tsx';
import { usePhone } from './use-phone.ts';

export interface Column<T> {
	key: string;
	title: string;
	render: (row: T) => ReactNode;
	width?: number | string;
	align?: 'left' | 'center' | 'right';
	/** The first column heads the card on a phone; others stand below it, unless they are left out there. */
	notOnCard?: boolean;
}

export interface Paging {
	page: number;
	pageSize: number;
	total: number;
	/** The page size cannot be chosen. */
	fixed?: boolean;
	onPage: (page: number, pageSize: number) => void;
}

export interface DataTableProps<T> {
	/** What the table lists, read aloud: 「机关列表」. */
	label: string;
	columns: readonly Column<T>[];
	/** Undefined while nothing has been read. */
	rows: readonly T[] | undefined;
	rowKey: (row: T) => string | number;
	loading?: boolean;
	error?: unknown;
	onRetry?: () => void;
	paging?: Paging;
	empty: { title: string; hint?: string; action?: ReactNode };
	/** Rows that can be chosen, by key. */
	selection?: { keys: readonly (string | number)[]; onChange: (keys: (string | number)[]) => void };
}

/** A list with paging by the server: a table on a desk, cards on a phone, a sentence when it is empty or failed. */
export function DataTable<T>(props: DataTableProps<T>) {
	const { rows, error, onRetry, loading = false, paging, empty } = props;
	const phone = usePhone();
	if (error && !rows) return <LoadFault error={error} onRetry={onRetry} />;
	const List = phone ? RowCards : DeskTable;
	return (
		<section className="gk-list" aria-label={props.label} aria-busy={loading}>
			{rows && rows.length === 0 && !loading ? <EmptyState {...empty} /> : <List {...props} />}
			{paging && paging.total > 0 ? (
				<Pagination
					className="gk-pages"
					size={phone ? 'small' : 'medium'}
					current={paging.page}
					pageSize={paging.pageSize}
					total={paging.total}
					showSizeChanger={!phone && !paging.fixed}
					pageSizeOptions={[10, 20, 50, 100]}
					showTotal={(total) => `共 ${total} 条`}
					onChange={paging.onPage}
				/>
			) : null}
		</section>
	);
}

function DeskTable<T>({ label, columns, rows, rowKey, loading, selection }: DataTableProps<T>) {
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => {
		// A table wider than the window has to be reached and scrolled with the keyboard, too.
		const content = box.current?.querySelector<HTMLElement>('.ant-table-content');
		if (content) content.tabIndex = content.scrollWidth > content.clientWidth ? 0 : -1;
	});
	return (
		<div ref={box}>
			<Table<T>
				size="medium"
				aria-label={label}
				dataSource={rows ? [...rows] : []}
				rowKey={rowKey}
				loading={loading && !rows}
				locale={loading ? { emptyText: '正在载入' } : undefined}
				pagination={false}
				scroll={{ x: 'max-content' }}
				rowSelection={
					selection
						? {
								selectedRowKeys: [...selection.keys],
								// The table repeats its head, hidden, to measure it: a box in it could be reached and not be seen.
								hideSelectAll: true,
								columnTitle: '选择',
								onChange: (keys) =>
									selection.onChange(keys.map((key) => (typeof key === 'bigint' ? Number(key) : key))),
							}
						: undefined
				}
				columns={columns.map(({ key, title, render, width, align }) => ({
					key,
					title,
					width,
					align,
					render: (_value: unknown, row: T) => render(row),
				}))}
			/>
		</div>
	);
}
