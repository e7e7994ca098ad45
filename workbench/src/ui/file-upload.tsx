import { InboxOutlined } from '@ant-design/icons';
import { Alert, Progress, Upload } from 'antd';
import { useState } from 'react';
import { asProblem, upload } from '../api/index.ts';
import { type FileRules, refusalOf } from './file-check.ts';

interface FileUploadProps<T> extends FileRules {
	/** Address that takes the file as multipart. */
	path: string;
	hint: string;
	/** Text fields sent beside the file. */
	fields?: Readonly<Record<string, string>>;
	/** Name of the file part, `file` when left out. */
	name?: string;
	multiple?: boolean;
	onUploaded: (answer: T, file: File) => void;
}

interface Running {
	name: string;
	percent: number;
	refusal: string | null;
}

/** Sends files as soon as they are chosen, one after another, with progress; a refusal stands beside its file's name. */
export function FileUpload<T>({
	path,
	hint,
	fields,
	name,
	multiple = false,
	onUploaded,
	...rules
}: FileUploadProps<T>) {
	const [running, setRunning] = useState<readonly Running[]>([]);
	const put = (entry: Running) => setRunning((now) => [...now.filter((one) => one.name !== entry.name), entry]);
	const send = async (file: File) => {
		const refusal = refusalOf(file, rules);
		if (refusal) return put({ name: file.name, percent: 0, refusal });
		put({ name: file.name, percent: 0, refusal: null });
		try {
			const onProgress = (percent: number) => put({ name: file.name, percent, refusal: null });
			const answer = await upload<T>(path, [file], { fields, name, onProgress });
			setRunning((now) => now.filter((one) => one.name !== file.name));
			onUploaded(answer, file);
		} catch (thrown) {
			put({ name: file.name, percent: 0, refusal: `「${file.name}」未能上传：${asProblem(thrown).title}` });
		}
	};
	const sendAll = async (files: readonly File[]) => {
		for (const file of files) await send(file);
	};
	return (
		<div className="gk-upload">
			<Upload.Dragger
				accept={rules.accept?.join(',')}
				multiple={multiple}
				showUploadList={false}
				beforeUpload={(file, all) => {
					if (file === all[0]) void sendAll(all);
					return false;
				}}
			>
				<InboxOutlined aria-hidden /> 点击选择或拖入文件
				<div className="gk-hint">{hint}</div>
			</Upload.Dragger>
			<div aria-live="polite">
				{running.map(({ name: fileName, percent, refusal }) =>
					refusal ? (
						<Alert key={fileName} type="error" showIcon title={refusal} />
					) : (
						<div key={fileName}>
							正在上传「{fileName}」
							<Progress percent={percent} size="small" aria-label={`上传进度：${fileName}`} />
						</div>
					),
				)}
			</div>
		</div>
	);
}
