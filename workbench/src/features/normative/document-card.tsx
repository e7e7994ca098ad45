import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand } from '../../ui/index.ts';
import { attachDocument, KEY, type Project, readDrafts } from './api.ts';

/** The text of a project in 信息发布: what there is, or where it begins. */
export function DocumentCard({ project }: { project: Project }) {
	const { document, mayHandle, number, state } = project;
	const isOpen = mayHandle && number === null && state !== 'stopped';
	if (!document && !isOpen) return null;
	return (
		<section className="gk-panel">
			<h2>文件文本</h2>
			{document ? (
				<p className="gk-break">
					<Link to={`/documents/${document.id}`}>{document.title || '（未填写标题）'}</Link>
					{document.live ? (
						<>
							　已公布，
							<a href={`/d/${document.id}`} target="_blank" rel="noreferrer">
								在网站查看
							</a>
						</>
					) : (
						'　尚未公布'
					)}
				</p>
			) : (
				<p className="gk-hint">还没有关联文本；统一登记时没有关联的，自动新建。</p>
			)}
			{isOpen ? <Attach project={project} /> : null}
		</section>
	);
}

function Attach({ project: { id, revision, document } }: { project: Project }) {
	const [chosen, setChosen] = useState<number | null>(null);
	const { data } = useQuery({ queryKey: [...KEY, 'drafts'], queryFn: readDrafts });
	const { run, busy } = useCommand((documentId: number | null) => attachDocument(id, revision, documentId), {
		refresh: [KEY, ['documents']],
		done: '已关联。',
	});
	const drafts = (data?.rows ?? []).filter((row) => row.id !== document?.id);
	return (
		<Flex gap={8} wrap>
			{document ? null : (
				<Button loading={busy} onClick={() => void run(null)}>
					新建文本
				</Button>
			)}
			{drafts.length > 0 ? (
				<>
					<Select
						aria-label="关联已有草稿"
						className="norm-drafts"
						placeholder="选择已有草稿"
						value={chosen}
						onChange={setChosen}
						options={drafts.map((row) => ({ value: row.id, label: row.title || '（未填写标题）' }))}
					/>
					<Button disabled={chosen === null} loading={busy} onClick={() => void run(chosen)}>
						关联
					</Button>
				</>
			) : null}
		</Flex>
	);
}
