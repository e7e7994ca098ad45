import { Alert, Modal } from 'antd';
import { DescriptionList } from '../../ui/index.ts';

interface CodeOnceProps {
	code: string | null;
	number: string | null;
	onClose: () => void;
}

/** ABCDE-23456, as it is printed and read aloud. */
export function printedCode(code: string): string {
	return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** The query code, once: only its fingerprint is kept. It also stands on the receipt letter. */
export function CodeOnce({ code, number, onClose }: CodeOnceProps) {
	return (
		<Modal
			open={code !== null}
			title="查询码"
			okText="已告知申请人"
			cancelButtonProps={{ hidden: true }}
			closable={false}
			onOk={onClose}
		>
			<Alert type="info" showIcon title="查询码只显示这一次，请告知申请人；接收回执上也印有查询码。" />
			<DescriptionList
				narrow
				items={[
					{ label: '申请编号', value: number },
					{ label: '查询码', value: <strong className="gk-figure">{code ? printedCode(code) : ''}</strong> },
				]}
			/>
		</Modal>
	);
}
