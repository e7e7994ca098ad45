import { Button, Flex } from 'antd';
import { useState } from 'react';
import { DownloadButton, FilePicker, formatSize, useCommand } from '../../ui/index.ts';
import { REFRESH, removeFile, sendFiles, type Training } from './api.ts';

/** Slides, the signed list, pictures. */
export function FilesPanel({ training: { id, files, organises, state } }: { training: Training }) {
	const [chosen, setChosen] = useState<File[]>([]);
	const send = useCommand(() => sendFiles(id, chosen), {
		refresh: REFRESH,
		done: '已上传。',
		onDone: () => setChosen([]),
	});
	const remove = useCommand((fileId: number) => removeFile(id, fileId), { refresh: REFRESH });
	const mayAdd = organises && state !== 'cancelled';
	const mayRemove = organises && state !== 'closed' && state !== 'cancelled';
	if (files.length === 0 && !mayAdd) return null;
	return (
		<section className="gk-panel">
			<h2>材料</h2>
			<ul className="gk-files">
				{files.map((file) => (
					<li key={file.id}>
						<Flex gap={8} wrap align="center">
							<DownloadButton path={`/api/trainings/${id}/files/${file.id}`} label={file.fileName} size="small" />
							<span className="gk-hint">{formatSize(file.size)}</span>
							{mayRemove ? (
								<Button
									type="link"
									size="small"
									aria-label={`移除${file.fileName}`}
									onClick={() => void remove.run(file.id)}
								>
									移除
								</Button>
							) : null}
						</Flex>
					</li>
				))}
			</ul>
			{mayAdd ? (
				<>
					<FilePicker hint="课件、签到表、照片等" multiple value={chosen} onChange={setChosen} />
					{chosen.length > 0 ? (
						<Button type="primary" loading={send.busy} onClick={() => void send.run()}>
							上传{chosen.length}个文件
						</Button>
					) : null}
				</>
			) : null}
		</section>
	);
}
