import { DownloadOutlined } from '@ant-design/icons';
import { Button, type ButtonProps } from 'antd';
import { download } from '../api/index.ts';
import { useCommand } from './use-command.ts';

interface DownloadButtonProps extends Pick<ButtonProps, 'type' | 'size' | 'disabled' | 'className'> {
	/** Address of the file, `/api/…`. */
	path: string;
	label: string;
}

/** Saves a file of the API; a refusal is said in words. */
export function DownloadButton({ path, label, className = '', ...look }: DownloadButtonProps) {
	const { run, busy } = useCommand((address: string) => download(address, label));
	return (
		<Button
			icon={<DownloadOutlined aria-hidden />}
			className={`gk-download ${className}`.trim()}
			loading={busy}
			onClick={() => void run(path)}
			{...look}
		>
			{label}
		</Button>
	);
}
