import { useQuery } from '@tanstack/react-query';
import { Alert, Select } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.tsx';
import { useOffices } from '../../parts/offices.tsx';
import { type Column, DataTable, DownloadButton, Loaded } from '../../ui/index.ts';
import { DELIVERIES, readUndelivered, type Undelivered } from './api.ts';

type Place = Undelivered['places'][number];
type Missing = Undelivered['rows'][number];

/** What became public and has not been handed over: by place, and which documents archive and library have not got. */
export function UndeliveredPanel() {
	const { session } = useSession();
	const { data: offices = [] } = useOffices();
	const [chosen, setChosen] = useState<number | undefined>();
	const officeId = chosen ?? session.office?.id;
	const query = useQuery({
		queryKey: [...DELIVERIES, 'undelivered', officeId],
		queryFn: () => readUndelivered(officeId as number),
		enabled: officeId !== undefined,
	});
	if (officeId === undefined) return null;
	return (
		<section className="gk-panel chan-undelivered">
			<h2>尚未移交的信息</h2>
			{offices.length > 1 ? (
				<Select
					className="gk-gap chan-office"
					aria-label="机关"
					value={officeId}
					showSearch={{ optionFilterProp: 'label' }}
					options={offices.map(({ id, name }) => ({ value: id, label: name }))}
					onChange={setChosen}
				/>
			) : null}
			<Loaded query={query}>{(undelivered) => <Standing {...undelivered} officeId={officeId} />}</Loaded>
		</section>
	);
}

function Standing({ places, absent, total, documents, rows, officeId }: Undelivered & { officeId: number }) {
	return (
		<>
			{absent.length > 0 ? (
				<Alert
					className="gk-gap"
					type="warning"
					showIcon
					title={`没有备案${absent.join('、')}的查阅点`}
					description="《政府信息公开条例》第二十五条要求及时向国家档案馆、公共图书馆提供主动公开的政府信息；请先在「公开渠道」备案。"
				/>
			) : null}
			<DataTable
				label="各查阅点移交情况"
				columns={PLACES}
				rows={places}
				rowKey={({ id }) => id}
				empty={{ title: '还没有备案查阅点' }}
			/>
			<h3>{`档案馆或者图书馆还没有的信息：${total}条（公开中的共${documents}条）`}</h3>
			{total > 0 ? (
				<>
					<div className="gk-gap">
						<DownloadButton path={`/api/deliveries/undelivered/export?officeId=${officeId}`} label="下载清单" />
					</div>
					<DataTable
						label="尚未移交的信息"
						columns={MISSING}
						rows={rows}
						rowKey={({ documentId }) => documentId}
						empty={{ title: '都已移交' }}
					/>
					{total > rows.length ? (
						<p className="gk-hint">这里列出最早公开的{rows.length}条，全部见下载的清单。</p>
					) : null}
				</>
			) : null}
		</>
	);
}

const PLACES: readonly Column<Place>[] = [
	{
		key: 'name',
		title: '查阅点',
		render: ({ name, kindLabel }) => (
			<div className="gk-break">
				{name}
				<div className="gk-hint">{kindLabel}</div>
			</div>
		),
	},
	{ key: 'given', title: '已移交', width: 110, align: 'right', render: ({ given }) => `${given} 条` },
	{ key: 'waiting', title: '待移交', width: 110, align: 'right', render: ({ waiting }) => `${waiting} 条` },
	{ key: 'since', title: '最早公开于', width: 130, render: ({ waitingSince }) => waitingSince ?? '—' },
	{ key: 'last', title: '上次移交', width: 130, render: ({ lastOn }) => lastOn ?? '从未' },
];

const MISSING: readonly Column<Missing>[] = [
	{
		key: 'title',
		title: '信息',
		render: ({ title, indexNumber }) => (
			<div className="gk-break">
				{title}
				<div className="gk-hint">{indexNumber}</div>
			</div>
		),
	},
	{ key: 'day', title: '公开日期', width: 120, render: ({ publishedOn }) => publishedOn },
	{
		key: 'missing',
		title: '尚未移交',
		width: 220,
		render: ({ missing, isChanged }) => `${missing.join('、')}${isChanged ? '（移交后有更新）' : ''}`,
	},
];
