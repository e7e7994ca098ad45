import { useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useParams } from 'react-router';
import {
	type Column,
	DataTable,
	DescriptionList,
	DownloadButton,
	DueBadge,
	formatInstant,
	Loaded,
	PageHeader,
	StatusTag,
	useCommand,
} from '../../ui/index.ts';
import { HANDOVERS_KEY, type Handover, readHandover, stepHandover } from './api.ts';
import { HANDOVER_LOOK } from './handovers-tab.tsx';

export function HandoverPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...HANDOVERS_KEY, id], queryFn: () => readHandover(id) });
	return <Loaded query={query}>{(handover) => <Page handover={handover} />}</Loaded>;
}

type Item = Handover['items'][number];

const COLUMNS: readonly Column<Item & { at: number }>[] = [
	{ key: 'title', title: '事项', render: ({ title }) => <span className="gk-break">{title}</span> },
	{ key: 'group', title: '类别', render: ({ group }) => group },
	{ key: 'state', title: '状态', render: ({ state }) => state },
	{ key: 'due', title: '期限', render: ({ due }) => (due ? <DueBadge due={due} withDay /> : '—') },
];

/** One sheet: what is in hand, and the two who confirm it. */
function Page({ handover }: { handover: Handover }) {
	const { id, fromName, toName, officeName, state, reason, note, items, gatheredAt, givenAt, takenAt, own } = handover;
	const step = useCommand((name: 'refresh' | 'confirm' | 'cancel') => stepHandover(handover, name), {
		refresh: [HANDOVERS_KEY, ['todo']],
		done: '已办理。',
	});
	return (
		<>
			<PageHeader
				title={`${fromName}移交${toName}`}
				subtitle={officeName}
				back={{ to: '/posts?tab=handovers', label: '工作交接' }}
				tags={<StatusTag state={state} look={HANDOVER_LOOK} />}
				extra={
					<>
						<DownloadButton path={`/api/handovers/${id}/paper?format=docx`} label="交接单（Word）" />
						<DownloadButton path={`/api/handovers/${id}/paper?format=pdf`} label="交接单（PDF）" />
					</>
				}
			/>
			<Flex gap={8} wrap className="gk-gap">
				{own.mayGive || own.mayTake ? (
					<Button type="primary" loading={step.busy} onClick={() => void step.run('confirm')}>
						{own.mayGive ? '确认移交' : '确认接收'}
					</Button>
				) : null}
				{own.mayRefresh && own.mayCancel ? <Button onClick={() => void step.run('refresh')}>更新内容</Button> : null}
				{own.mayCancel ? (
					<Button danger onClick={() => void step.run('cancel')}>
						取消交接
					</Button>
				) : null}
			</Flex>
			<section className="gk-panel">
				<DescriptionList
					items={[
						{ label: '原因', value: reason },
						...(note ? [{ label: '其他说明', value: <span className="gk-pre">{note}</span> }] : []),
						{ label: '事项截至', value: formatInstant(gatheredAt) },
						{ label: '移交人', value: `${fromName}　${givenAt ? `${formatInstant(givenAt)}确认` : '未确认'}` },
						{ label: '接收人', value: `${toName}　${takenAt ? `${formatInstant(takenAt)}确认` : '未确认'}` },
						{ label: '账号', value: '各用各的账号，密码不移交；角色由系统管理员调整。' },
					]}
				/>
			</section>
			<DataTable
				label="移交事项"
				columns={COLUMNS}
				rows={items.map((item, at) => ({ ...item, at }))}
				rowKey={({ at }) => at}
				empty={{ title: '没有未办结的事项' }}
			/>
		</>
	);
}
