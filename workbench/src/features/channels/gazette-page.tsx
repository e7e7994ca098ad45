import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import {
	DescriptionList,
	DownloadButton,
	EmptyState,
	History,
	Loaded,
	type MoveQuestion,
	MovesBar,
	PageHeader,
	SidePanel,
	StatusTag,
} from '../../ui/index.ts';
import { composeIssue, GAZETTES, type Issue, moveIssue, readIssue } from './api.ts';
import { CopiesPanel } from './gazette-copies.tsx';
import { GazetteEditor } from './gazette-editor.tsx';
import { ISSUE_LOOK, noteOf } from './words.ts';

export function GazettePage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...GAZETTES, id], queryFn: () => readIssue(id) });
	return <Loaded query={query}>{(issue) => <Page key={issue.revision} issue={issue} />}</Loaded>;
}

const QUESTIONS: Readonly<Record<string, MoveQuestion>> = {
	publish: { text: '出版后在网站公开，内容不能再改。' },
	withdraw: { text: '撤回后网站不再显示这一期。', reason: 'required', danger: true },
	discard: { text: '作废后期号可以重新使用。', reason: 'required', danger: true },
};

function Page({ issue }: { issue: Issue }) {
	const queries = useQueryClient();
	const [editing, setEditing] = useState(false);
	const again = () => queries.invalidateQueries({ queryKey: GAZETTES });
	const { id, name, title, state, officeName, issuedOn, foreword, history, reason } = issue;
	return (
		<>
			<PageHeader
				title={name}
				subtitle={`${title}　${officeName}`}
				back={{ to: '/gazettes', label: '政府公报' }}
				tags={<StatusTag state={state} look={ISSUE_LOOK} />}
				extra={
					state === 'published' ? (
						<Button href={`/gazette/${id}`} target="_blank" rel="noreferrer">
							在网站查看
						</Button>
					) : null
				}
			/>
			<Flex gap={8} wrap className="gk-gap">
				{issue.mayEdit ? <Button onClick={() => setEditing(true)}>编辑</Button> : null}
				<DownloadButton path={`/api/gazettes/${id}/paper?format=docx`} label="下载 Word 文档" />
				<DownloadButton path={`/api/gazettes/${id}/paper?format=pdf`} label="下载 PDF" />
				<MovesBar
					moves={issue.moves}
					questions={QUESTIONS}
					onMove={async (action, given) => {
						await moveIssue(issue, action as 'publish' | 'withdraw' | 'discard', given);
						await again();
					}}
				/>
			</Flex>
			<section className="gk-panel">
				<h2>目录</h2>
				<Contents issue={issue} />
			</section>
			<section className="gk-panel">
				<h2>出版</h2>
				<DescriptionList
					items={[
						{ label: '出版日期', value: issuedOn },
						...(foreword ? [{ label: '卷首语', value: <span className="gk-pre">{foreword}</span> }] : []),
						...(reason ? [{ label: '理由', value: reason }] : []),
					]}
				/>
			</section>
			{state === 'published' ? <CopiesPanel issue={issue} onChanged={again} /> : null}
			<section className="gk-panel">
				<h2>办理经过</h2>
				<History
					entries={history.map(({ at, actorName, entry, data }) => ({
						at,
						actorName,
						text: entry,
						note: noteOf(data),
					}))}
				/>
			</section>
			<SidePanel open={editing} title="编辑公报" width={760} onClose={() => setEditing(false)}>
				<GazetteEditor
					initial={issue}
					onClose={() => setEditing(false)}
					onSave={async (values) => {
						await composeIssue(id, { ...values, revision: issue.revision });
						await again();
					}}
				/>
			</SidePanel>
		</>
	);
}

function Contents({ issue: { items } }: { issue: Issue }) {
	if (items.length === 0) return <EmptyState title="还没有选择文件" />;
	return (
		<ol>
			{items.map(({ documentId, title, documentNumber, section, isPublic, amended }) => (
				<li key={documentId} className="gk-break">
					{section ? <span className="gk-hint">{section}　</span> : null}
					{isPublic ? title : '（已撤下）'}
					{documentNumber ? <span className="gk-hint">　{documentNumber}</span> : null}
					{amended ? <span className="gk-hint">　刊登后已更新</span> : null}
				</li>
			))}
		</ol>
	);
}
