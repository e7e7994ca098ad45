import { useQueryClient } from '@tanstack/react-query';
import { Button, Select, Space, Tag } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ConfirmReason, DownloadButton, FileUpload, formatSize, useCommand } from '../../ui/index.ts';
import { beginRedaction, type CaseFile, type CaseView, KEY } from './api.ts';
import { saveFrom } from './save.ts';
import { PURPOSES } from './words.ts';

/** Kinds of papers that can be drawn page by page; those of office programs where the machine can set them as pdf. */
const REDACTABLE = /^image\/(png|jpeg)$|^application\/(pdf|rtf|msword|vnd\.)/;

/** Papers that may show who applied; they are opened with a reason. */
const PERSONAL = ['request', 'supplement', 'proof'];

export function FilesCard({ id, view }: { id: number; view: CaseView }) {
	const [opening, setOpening] = useState<CaseFile | null>(null);
	const mayAdd = view.moves.some(({ action, allowed }) => action === 'addFile' && allowed);
	return (
		<section className="gk-panel">
			<h2>材料</h2>
			{view.files.length === 0 ? <p className="gk-hint ga-hint">还没有材料。</p> : null}
			<ul className="ga-list">
				{view.files.map((file) => (
					<li key={file.id} className="ga-row">
						<span>
							{file.fileName}（{PURPOSES[file.purpose]}，{formatSize(file.size)}）
							{file.marked ? <Tag color="error">标有国家秘密标志，按保密规定处理，不得提供或者公开</Tag> : null}
						</span>
						{!PERSONAL.includes(file.purpose) ? (
							<Space wrap>
								<DownloadButton size="small" path={`/api/applications/${id}/files/${file.id}`} label="下载" />
								{mayAdd && REDACTABLE.test(file.mediaType) ? <RedactButton id={id} file={file} /> : null}
							</Space>
						) : view.mayReveal ? (
							<Button size="small" onClick={() => setOpening(file)}>
								查看
							</Button>
						) : (
							<span className="gk-hint">可能含身份信息</span>
						)}
					</li>
				))}
			</ul>
			{mayAdd ? <AddFiles id={id} /> : null}
			<ConfirmReason
				open={opening !== null}
				title={`查看${opening?.fileName ?? ''}`}
				text="该材料可能含有申请人身份信息，查看事由将记入操作日志。"
				reasonLabel="查看事由"
				okLabel="下载"
				onConfirm={({ reason }) =>
					saveFrom(`/api/applications/${id}/files/${opening?.id}/open`, { reason }, opening?.fileName ?? '材料')
				}
				onClose={() => setOpening(null)}
			/>
		</section>
	);
}

/** Opens the paper page by page, to black out what is withheld (第三十七条). */
function RedactButton({ id, file }: { id: number; file: CaseFile }) {
	const navigate = useNavigate();
	const begin = useCommand(() => beginRedaction(id, file.id), {
		onDone: (begun) => void navigate(`/applications/${id}/redactions/${begun.id}`),
	});
	return (
		<Button size="small" loading={begin.busy} aria-label={`遮盖${file.fileName}`} onClick={() => void begin.run()}>
			遮盖
		</Button>
	);
}

/** One file at a time, under what it is for. */
export function AddFiles({ id, purpose: fixed }: { id: number; purpose?: string }) {
	const queries = useQueryClient();
	const [chosen, setChosen] = useState('material');
	const purpose = fixed ?? chosen;
	return (
		<>
			{fixed ? null : (
				<Select
					className="gk-gap"
					aria-label="材料用途"
					value={chosen}
					onChange={setChosen}
					options={Object.entries(PURPOSES).map(([value, label]) => ({ value, label }))}
				/>
			)}
			<FileUpload
				path={`/api/applications/${id}/files`}
				hint={`作为「${PURPOSES[purpose]}」添加，单个文件不超过100 MB。`}
				fields={{ purpose }}
				multiple
				onUploaded={() => void queries.invalidateQueries({ queryKey: KEY })}
			/>
		</>
	);
}
