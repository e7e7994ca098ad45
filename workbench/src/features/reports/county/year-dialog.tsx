import { useQueryClient } from '@tanstack/react-query';
import { App, Form, InputNumber } from 'antd';
import { ConfirmReason, DayInput } from '../../../ui/index.ts';
import { changeYear, openYear, type ReportYear, type Years } from '../api.ts';

interface YearDialogProps {
	open: boolean;
	/** The year whose days are changed; null opens a new one. */
	changing: ReportYear | null;
	suggestion: Years['suggestion'];
	onClose: () => void;
	/** The year just opened, which the board turns to. */
	onOpened: (year: number) => void;
}

interface Days {
	year: number;
	submitBy: string;
	publishBy: { department: string; township: string; county: string };
}

/** Opens a year with its days, or changes them. The law's caps are checked by the server. */
export function YearDialog({ open, changing, suggestion, onClose, onOpened }: YearDialogProps) {
	const { message } = App.useApp();
	const queries = useQueryClient();
	const initial: Days = changing ?? suggestion;
	const send = async (values: Record<string, unknown>) => {
		const { year, submitBy, publishBy } = { ...initial, ...values } as Days;
		if (changing) await changeYear(changing.year, { submitBy, publishBy, revision: changing.revision });
		else await openYear({ year, submitBy, publishBy });
		await queries.invalidateQueries({ queryKey: ['reports'] });
		if (!changing) onOpened(year);
		message.success(changing ? '期限已调整。' : `${year}年度报告工作已开启。`);
	};
	return (
		<ConfirmReason
			open={open}
			title={changing ? `调整${changing.year}年度报告期限` : '开启年度报告工作'}
			text="县直部门不晚于次年1月31日、县级不晚于次年3月31日公开（《政府信息公开条例》第四十九条）；乡镇由县级统一安排。"
			reason="none"
			okLabel={changing ? '保存' : '开启'}
			onConfirm={send}
			onClose={onClose}
		>
			{changing ? null : (
				<Form.Item
					name="year"
					label="报告年度"
					initialValue={initial.year}
					rules={[{ required: true, message: '请填写年度。' }]}
				>
					<InputNumber min={2014} max={2100} controls={false} />
				</Form.Item>
			)}
			<Form.Item name="submitBy" label="报送县级主管部门的截止日期" initialValue={initial.submitBy} required>
				<DayInput />
			</Form.Item>
			<Form.Item
				name={['publishBy', 'department']}
				label="县直部门公开的截止日期"
				initialValue={initial.publishBy.department}
				required
			>
				<DayInput />
			</Form.Item>
			<Form.Item
				name={['publishBy', 'township']}
				label="乡镇（街道）公开的截止日期"
				initialValue={initial.publishBy.township}
				required
			>
				<DayInput />
			</Form.Item>
			<Form.Item
				name={['publishBy', 'county']}
				label="县级公开的截止日期"
				initialValue={initial.publishBy.county}
				required
			>
				<DayInput />
			</Form.Item>
		</ConfirmReason>
	);
}
