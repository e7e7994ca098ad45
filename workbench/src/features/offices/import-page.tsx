import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Steps } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ProblemError } from '../../api/index.ts';
import { DownloadButton, FilePicker, PageHeader, useCommand } from '../../ui/index.ts';
import { checkImport, type ImportResult, runImport, TEMPLATE } from './api.ts';
import { ImportRows } from './import-rows.tsx';

/** Offices from a table: download the template, check the filled one, import it whole or not at all. */
export function ImportPage() {
	const { message } = App.useApp();
	const navigate = useNavigate();
	const queries = useQueryClient();
	const [files, setFiles] = useState<File[]>([]);
	const [result, setResult] = useState<ImportResult | null>(null);
	const [refusal, setRefusal] = useState<string | null>(null);
	const onRefused = ({ title }: ProblemError) => setRefusal(title);
	const check = useCommand(checkImport, { onDone: setResult, onRefused });
	const send = useCommand(runImport, {
		onRefused,
		onDone: async (done) => {
			setResult(done);
			if (done.imported === 0) return;
			await queries.invalidateQueries({ queryKey: ['offices'] });
			message.success(`已导入${done.imported}个机关。`);
			await navigate('/offices');
		},
	});
	const [file] = files;
	const choose = (chosen: File[]) => {
		setFiles(chosen);
		setResult(null);
		setRefusal(null);
		const [first] = chosen;
		if (first) void check.run(first);
	};
	return (
		<>
			<PageHeader
				title="从表格导入机关"
				subtitle="先检查，后导入；有一行不合格则全部不导入。"
				back={{ to: '/offices', label: '机关' }}
			/>
			<div className="gk-panel">
				<Steps
					size="small"
					className="gk-gap"
					current={result ? 2 : file ? 1 : 0}
					items={[{ title: '填写模板' }, { title: '检查' }, { title: '确认导入' }]}
				/>
				<Flex vertical gap={12}>
					<div>
						<DownloadButton path={TEMPLATE} label="下载模板" />
					</div>
					<FilePicker
						hint="填好的 .xlsx 表格，每行一个机关"
						accept={['.xlsx']}
						maxBytes={10 * 1024 * 1024}
						value={files}
						onChange={choose}
					/>
				</Flex>
			</div>
			<div aria-live="assertive">
				{refusal ? <Alert className="gk-gap" type="error" showIcon title={refusal} /> : null}
			</div>
			{check.busy ? <Alert className="gk-gap" type="info" showIcon role="status" title="正在检查…" /> : null}
			{result ? <ImportRows result={result} /> : null}
			{result && file ? (
				<Flex gap={8}>
					<Button type="primary" disabled={!result.ready} loading={send.busy} onClick={() => void send.run(file)}>
						导入{result.rows.length}个机关
					</Button>
				</Flex>
			) : null}
		</>
	);
}
