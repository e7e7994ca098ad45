import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio } from 'antd';
import { FormIssues, useServerForm } from '../../ui/index.ts';
import { KEY, REFRESH, rateTraining, type Training, useTrainingOptions } from './api.ts';

const SCALE = [
	{ value: 5, label: '很好' },
	{ value: 4, label: '较好' },
	{ value: 3, label: '一般' },
	{ value: 2, label: '较差' },
	{ value: 1, label: '很差' },
];

interface Values {
	scores: number[];
	comment?: string;
}

/** The opinion of somebody who came; whose it is is kept nowhere. */
export function RatingForm({ id }: { id: number }) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { data: options } = useTrainingOptions();
	const { fault, busy, props } = useServerForm<Values>(async ({ scores = [], comment = '' }) => {
		await rateTraining(id, scores, comment);
		await Promise.all([...REFRESH, KEY].map((queryKey) => queries.invalidateQueries({ queryKey })));
		message.success('感谢评价。');
	});
	return (
		<section className="gk-panel">
			<h2>请您评价</h2>
			<p className="gk-hint">匿名填写：系统只记录您已经评价，不记录哪一份是您写的；不足三份时不显示结果。</p>
			<Form {...props}>
				<FormIssues fault={fault} />
				{(options?.ratingItems ?? []).map((item, at) => (
					<Form.Item key={item} name={['scores', at]} label={item} rules={[{ required: true, message: '请打分。' }]}>
						<Radio.Group options={SCALE} />
					</Form.Item>
				))}
				<Form.Item name="comment" label="意见和建议">
					<Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2 }} />
				</Form.Item>
				<Button type="primary" htmlType="submit" loading={busy}>
					提交评价
				</Button>
			</Form>
		</section>
	);
}

/** What those who came say of it, as a whole. */
export function RatingsPanel({ ratings: { count, means, comments } }: { ratings: NonNullable<Training['ratings']> }) {
	const { data: options } = useTrainingOptions();
	return (
		<section className="gk-panel">
			<h2>评价（{count}份）</h2>
			{means ? (
				<ul className="gk-plain-list">
					{(options?.ratingItems ?? []).map((item, at) => (
						<li key={item}>
							{item}：{means[at]}分（满分5分）
						</li>
					))}
				</ul>
			) : (
				<p className="gk-hint">评价不足三份，为保护填写人暂不显示结果。</p>
			)}
			{comments.map((text) => (
				<p key={text} className="gk-pre">
					“{text}”
				</p>
			))}
		</section>
	);
}
