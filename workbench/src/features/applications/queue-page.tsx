import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Segmented } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { DataTable, PageHeader, useListParams } from '../../ui/index.ts';
import { KEY, readOpen, type Summary } from './api.ts';
import { queueColumns } from './columns.tsx';
import { CorrectionsTable } from './corrections-table.tsx';
import './applications.css';

const VIEWS: Readonly<Record<string, { label: string; holds: (row: Summary) => boolean }>> = {
	all: { label: '全部', holds: () => true },
	overdue: { label: '已逾期', holds: (row) => row.alarm === 'overdue' },
	urgent: { label: '将到期', holds: (row) => row.alarm === 'fifteen' || row.alarm === 'ten' },
	signing: { label: '待审签', holds: (row) => row.waitsFor !== null },
};

/** Everything that still waits for an answer, the most urgent first. */
export function QueuePage() {
	const navigate = useNavigate();
	const { can, session } = useSession();
	const list = useListParams({ view: 'all' });
	const query = useQuery({ queryKey: [...KEY, 'open'], queryFn: readOpen });
	const view = VIEWS[list.filters.view] ?? VIEWS.all;
	const rows = query.data?.filter((row) => view?.holds(row) ?? true);
	const county = query.data?.some(({ officeId }) => officeId !== session.office?.id) ?? false;
	return (
		<>
			<PageHeader
				title="依申请公开"
				subtitle="待答复的申请，按答复期限由近到远。"
				extra={
					<Flex gap={8} wrap>
						<Button onClick={() => void navigate('/applications/register')}>登记台账</Button>
						{can('application.register') ? (
							<Button onClick={() => void navigate('/applications/import')}>批量登记</Button>
						) : null}
						{can('application.register') ? (
							<Button
								type="primary"
								icon={<PlusOutlined aria-hidden />}
								onClick={() => void navigate('/applications/new')}
							>
								登记申请
							</Button>
						) : null}
					</Flex>
				}
			/>
			<Segmented
				className="ga-views"
				aria-label="筛选"
				value={list.filters.view}
				options={Object.entries(VIEWS).map(([value, { label, holds }]) => ({
					value,
					label: `${label} ${query.data?.filter(holds).length ?? 0}`,
				}))}
				onChange={(value) => list.setFilters({ view: value })}
			/>
			<DataTable
				label="待答复的申请"
				columns={queueColumns(county)}
				rows={rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '没有待答复的申请' }}
			/>
			<CorrectionsTable county={county} />
		</>
	);
}
