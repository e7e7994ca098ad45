import { Form, Radio } from 'antd';

const FORMATS = [
	{ value: 'docx', label: 'Word 文档' },
	{ value: 'pdf', label: 'PDF 文档' },
];

/** In which format a paper is wanted, as a field of a form. */
export function PaperFormat({ hasPdf = true }: { hasPdf?: boolean }) {
	return (
		<Form.Item name="format" label="格式" initialValue="docx">
			<Radio.Group options={hasPdf ? FORMATS : FORMATS.slice(0, 1)} />
		</Form.Item>
	);
}
