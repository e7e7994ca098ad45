import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { type Column, DataTable, DateTimeText, PageHeader } from '../../../ui/index.ts';
import { KEY, READERS, readWordings, type WordingLine } from './api.ts';

const COLUMNS: Column<WordingLine>[] = [
	{ key: 'name', title: '编号', render: ({ name }) => name.split('-')[0] },
	{
		key: 'title',
		title: '文书',
		render: ({ name, title, outcome }) => (
			<Link to={`/letter-wordings/${name}`}>{outcome ? `${title}（${outcome}）` : title}</Link>
		),
	},
	{ key: 'to', title: '送达', render: ({ to }) => READERS[to] },
	{
		key: 'own',
		title: '格式',
		render: ({ own, edition }) => (
			<Tag color={own ? 'processing' : 'default'}>{own ? `本县第${edition}版` : '标准格式'}</Tag>
		),
	},
	{
		key: 'changed',
		title: '修改时间',
		render: ({ changedAt }) => (changedAt ? <DateTimeText at={changedAt} /> : ''),
	},
];

/** How the letters to applicants and the forms of a case file read in this county. */
export function WordingsPage() {
	const query = useQuery({ queryKey: KEY, queryFn: readWordings });
	return (
		<>
			<PageHeader title="文书格式" subtitle="修改后的格式用于以后制作的文书；已经制作的文书保持原样。" />
			<DataTable
				label="文书格式"
				columns={COLUMNS}
				rows={query.data}
				rowKey={({ name }) => name}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '没有文书' }}
			/>
		</>
	);
}
