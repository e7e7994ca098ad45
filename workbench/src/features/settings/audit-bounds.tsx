import { Form, InputNumber } from 'antd';
import { type Settings, saveAudit } from './api.ts';
import { SettingForm } from './setting-form.tsx';

/** From where on the audit of annual reports doubts a figure or a text; no law says it. */
export function AuditBounds({ entry }: { entry: Settings['audit'] }) {
	return (
		<SettingForm label={entry.label} entry={entry} save={saveAudit}>
			<Form.Item
				name={['value', 'similarity']}
				label="内容雷同的比例"
				extra="正文与上一年度或者其他机关的报告相同达到这一比例的，提醒内容雷同；也用于外部报告和网站上的核验"
			>
				<InputNumber min={30} max={100} precision={0} suffix="%" />
			</Form.Item>
			<Form.Item
				name={['value', 'normativeMade']}
				label="乡镇本年制发规范性文件"
				extra="达到这一件数的，提醒核对是否把一般文件也算作规范性文件"
			>
				<InputNumber min={1} max={500} precision={0} suffix="件" />
			</Form.Item>
			<Form.Item name={['value', 'normativeInForce']} label="乡镇现行有效规范性文件" extra="同上">
				<InputNumber min={1} max={5000} precision={0} suffix="件" />
			</Form.Item>
		</SettingForm>
	);
}
