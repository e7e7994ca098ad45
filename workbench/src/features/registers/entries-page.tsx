import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select, Switch } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	DataTable,
	DateText,
	DownloadButton,
	EmptyState,
	Filters,
	Loaded,
	PageHeader,
	SidePanel,
	StatusTag,
	useListParams,
} from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { addEntry, type Entry, exportPath, type Kind, readEntries, useKinds, useTotals } from './api.ts';
import { EntryForm, givenFields } from './entry-form.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { entryText, mayReportZero, standingOf, totalText, usualYear, yearsUpTo } from './words.ts';
import { ZeroDialog } from './zero-dialog.tsx';

const LOOK = { standing: ['有效', 'success'], corrected: ['已更正', 'default'], void: ['已作废', 'default'] } as const;

export function EntriesPage() {
	const key = useParams().kind ?? '';
	const kinds = useKinds();
	return (
		<Loaded query={kinds}>
			{(groups) => {
				const kind = groups.flatMap((group) => group.kinds).find((one) => one.key === key);
				return kind ? <Register key={key} kind={kind} /> : <EmptyState title="没有这种台账" />;
			}}
		</Loaded>
	);
}

/** One register over a year: its lines, newest first. */
function Register({ kind }: { kind: Kind }) {
	const { today } = useViewer();
	const { session, can } = useSession();
	const list = useListParams({ year: String(usualYear(today)), office: '', all: '', entry: '' });
	const year = Number(list.filters.year);
	const officeId = list.filters.office === '' ? null : Number(list.filters.office);
	const writes = can('register.write') && (officeId === null || officeId === session.office?.id);
	const [open, setOpen] = useState<'new' | 'zero' | null>(null);
	const asked = {
		kind: kind.key,
		year,
		officeId,
		all: list.filters.all !== '',
		page: list.page,
		pageSize: list.pageSize,
	};
	const query = useQuery({
		queryKey: ['registers', 'entries', asked],
		queryFn: () => readEntries(asked),
		placeholderData: keepPreviousData,
	});
	const totals = useTotals(year, officeId);
	const total = totals.data?.totals.find((one) => one.kind === kind.key);
	const back = `/registers?year=${year}${officeId === null ? '' : `&office=${officeId}`}`;
	const show = (id: number | null) => list.setFilters({ entry: id === null ? '' : String(id) });
	const zeroable = writes && standingOf(total) === 'unknown' && mayReportZero(year, today);
	return (
		<>
			<PageHeader
				title={kind.label}
				subtitle={`${year}年合计：${totals.data ? totalText(kind, total) : '…'}${kind.hint ? `　${kind.hint}` : ''}${total?.derived ? '　由公开渠道自动统计，请在「公开渠道」登记。' : ''}`}
				back={{ to: back, label: '台账' }}
				extra={
					<Actions
						kind={kind}
						exportFrom={exportPath(kind.key, year, officeId)}
						writes={writes && !total?.derived}
						zeroable={zeroable}
						onOpen={setOpen}
					/>
				}
			/>
			<Filters>
				<Select
					aria-label="年度"
					value={year}
					options={yearsUpTo(today).map((one) => ({ value: one, label: `${one}年` }))}
					onChange={(next: number) => list.setFilters({ year: String(next) })}
				/>
				<span>
					<Switch
						id="with-struck"
						checked={list.filters.all !== ''}
						onChange={(on) => list.setFilters({ all: on ? 'yes' : '' })}
					/>{' '}
					<label htmlFor="with-struck">显示已更正和作废的</label>
				</span>
			</Filters>
			<DataTable
				label={`${kind.label}登记`}
				columns={columns(kind, show)}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(query.data?.total)}
				empty={{ title: `${year}年还没有登记`, hint: '全年没有发生的，请作零报告。' }}
			/>
			<NewEntry kind={kind} open={open === 'new'} onClose={() => setOpen(null)} />
			<ZeroDialog kind={kind} year={year} open={open === 'zero'} onClose={() => setOpen(null)} />
			<EntryPanel
				kind={kind}
				id={list.filters.entry === '' ? null : Number(list.filters.entry)}
				onClose={() => show(null)}
				onOpen={show}
			/>
		</>
	);
}

interface ActionsProps {
	kind: Kind;
	exportFrom: string;
	writes: boolean;
	zeroable: boolean;
	onOpen: (what: 'new' | 'zero') => void;
}

function Actions({ kind, exportFrom, writes, zeroable, onOpen }: ActionsProps) {
	const navigate = useNavigate();
	return (
		<>
			<DownloadButton path={exportFrom} label="导出" />
			{writes ? (
				<Button icon={<ImportOutlined aria-hidden />} onClick={() => void navigate(`/registers/${kind.key}/import`)}>
					从表格导入
				</Button>
			) : null}
			{zeroable ? <Button onClick={() => onOpen('zero')}>零报告</Button> : null}
			{writes ? (
				<Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => onOpen('new')}>
					登记
				</Button>
			) : null}
		</>
	);
}

function NewEntry({ kind, open, onClose }: { kind: Kind; open: boolean; onClose: () => void }) {
	const { message } = App.useApp();
	const queries = useQueryClient();
	return (
		<SidePanel open={open} title={`登记：${kind.label}`} onClose={onClose} width={480}>
			<EntryForm
				kind={kind}
				onSend={async (values) => {
					await addEntry({ ...values, kind: kind.key, fields: givenFields(values), note: values.note ?? '' });
					await queries.invalidateQueries({ queryKey: ['registers'] });
					message.success('已登记。');
					onClose();
				}}
			/>
		</SidePanel>
	);
}

function columns(kind: Kind, onOpen: (id: number) => void): Column<Entry>[] {
	return [
		{
			key: 'day',
			title: kind.measure === 'stock' ? '自何日起' : '日期',
			width: 140,
			render: (entry) => (
				<Button type="link" size="small" onClick={() => onOpen(entry.id)}>
					<DateText day={entry.day} />
				</Button>
			),
		},
		{
			key: 'quantity',
			title: '数量',
			width: 110,
			render: (entry) => (entry.entryType === 'zero' ? '零报告' : `${entry.quantity} ${kind.unit}`),
		},
		{
			key: 'fields',
			title: '内容',
			render: (entry) => [entryText(kind, entry), entry.note].filter(Boolean).join('；') || '—',
		},
		{ key: 'evidence', title: '材料', width: 70, render: ({ evidence }) => (evidence > 0 ? `${evidence} 份` : '—') },
		{ key: 'person', title: '登记人', width: 100, render: ({ personName }) => personName },
		{ key: 'state', title: '状态', width: 90, render: ({ state }) => <StatusTag state={state} look={LOOK} /> },
	];
}
