import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	DataTable,
	DownloadButton,
	PageHeader,
	PaperFormat,
	SidePanel,
	StatusTag,
} from '../../ui/index.ts';
import { createIssue, GAZETTES, type IssueRow, readIssues } from './api.ts';
import { type Chosen, DocumentPicker } from './document-picker.tsx';
import { NewIssue } from './gazette-editor.tsx';
import { ISSUE_LOOK } from './words.ts';

/** Issues of the gazette, and handbooks of the moment. */
export function GazetteList() {
	const { can, session } = useSession();
	const navigate = useNavigate();
	const [open, setOpen] = useState<'issue' | 'handbook' | null>(null);
	const query = useQuery({ queryKey: [...GAZETTES, 'list'], queryFn: () => readIssues({}) });
	const officeId = session.office?.id ?? 0;
	const close = () => setOpen(null);
	return (
		<>
			<PageHeader
				title="政府公报"
				subtitle="由公开的文件编成；文件撤下后，公报的网页和下载文件中也不再出现。"
				extra={
					<>
						<Button onClick={() => setOpen('handbook')}>编制便民手册</Button>
						{can('channel.manage') && officeId ? (
							<Button type="primary" onClick={() => setOpen('issue')}>
								新建一期
							</Button>
						) : null}
					</>
				}
			/>
			<DataTable
				label="政府公报列表"
				columns={COLUMNS}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '还没有公报' }}
			/>
			<SidePanel open={open === 'issue'} title="新建一期" width={760} onClose={close}>
				<NewIssue
					officeId={officeId}
					onClose={close}
					onSave={async (values) => {
						const { id } = await createIssue({ ...values, officeId });
						void navigate(`/gazettes/${id}`);
					}}
				/>
			</SidePanel>
			<SidePanel open={open === 'handbook'} title="编制便民手册" width={760} onClose={close}>
				<Handbook />
			</SidePanel>
		</>
	);
}

interface HandbookValues {
	title?: string;
	chosen?: Chosen[];
	format?: string;
}

/** A booklet of documents as they are public now; nothing of it is kept. */
function Handbook() {
	const [{ title = '便民手册', chosen = [], format = 'docx' }, setValues] = useState<HandbookValues>({});
	const ids = chosen.map(({ documentId }) => documentId).join(',');
	const path = `/api/dispatch-documents/handbook?${new URLSearchParams({ ids, title, format })}`;
	return (
		<Form layout="vertical" onValuesChange={(_changed, all: HandbookValues) => setValues(all)}>
			<Form.Item name="title" label="名称" initialValue="便民手册">
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item name="chosen" label="收录的信息">
				<DocumentPicker />
			</Form.Item>
			<PaperFormat />
			<DownloadButton type="primary" disabled={chosen.length === 0} path={path} label="下载手册" />
		</Form>
	);
}

const COLUMNS: readonly Column<IssueRow>[] = [
	{
		key: 'name',
		title: '期次',
		render: ({ id, title, name }) => (
			<div className="gk-break">
				<Link to={`/gazettes/${id}`}>{name}</Link>
				<div className="gk-hint">{title}</div>
			</div>
		),
	},
	{ key: 'office', title: '机关', width: 140, render: ({ officeName }) => officeName },
	{ key: 'day', title: '出版日期', width: 120, render: ({ issuedOn }) => issuedOn },
	{ key: 'copies', title: '印数', width: 90, align: 'right', render: ({ copies }) => copies },
	{ key: 'state', title: '状态', width: 110, render: ({ state }) => <StatusTag state={state} look={ISSUE_LOOK} /> },
];
