import { DeleteOutlined, InboxOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Alert, Button, Upload } from 'antd';
import { useState } from 'react';
import { type FileRules, refusalOf } from './file-check.ts';
import { formatSize } from './format.ts';

interface FilePickerProps extends FileRules {
	/** What to do: 「点击或拖入文件」 stands before it. */
	hint: string;
	value?: readonly File[];
	onChange?: (files: File[]) => void;
	multiple?: boolean;
}

/** Chooses files to be sent with a form; works as the input of a Form.Item. What cannot be taken is said at once. */
export function FilePicker({ hint, value = [], onChange, multiple = false, ...rules }: FilePickerProps) {
	const [refusals, setRefusals] = useState<string[]>([]);
	const choose = (chosen: readonly File[]) => {
		setRefusals(chosen.map((file) => refusalOf(file, rules)).filter((text) => text !== null));
		const good = chosen.filter((file) => refusalOf(file, rules) === null);
		if (good.length > 0) onChange?.(multiple ? [...value, ...good] : good.slice(0, 1));
	};
	return (
		<div className="gk-upload">
			<Upload.Dragger
				accept={rules.accept?.join(',')}
				multiple={multiple}
				showUploadList={false}
				beforeUpload={(file, all) => {
					// Called once per file; the whole choice is handled with its first.
					if (file === all[0]) choose(all);
					return false;
				}}
			>
				<InboxOutlined aria-hidden /> 点击选择或拖入文件
				<div className="gk-hint">{hint}</div>
			</Upload.Dragger>
			<div aria-live="assertive">
				{refusals.map((text) => (
					<Alert key={text} type="error" showIcon title={text} />
				))}
			</div>
			<ul className="gk-files">
				{value.map((file) => (
					<li key={`${file.name} ${file.size}`}>
						<PaperClipOutlined aria-hidden /> {file.name}（{formatSize(file.size)}）
						<Button
							type="text"
							size="small"
							icon={<DeleteOutlined aria-hidden />}
							aria-label={`移除${file.name}`}
							onClick={() => onChange?.(value.filter((one) => one !== file))}
						/>
					</li>
				))}
			</ul>
		</div>
	);
}
