import { Alert, Button, Flex, Form, Input, Radio } from 'antd';
import { FormIssues, SidePanel, useServerForm } from '../../../ui/index.ts';
import type { DocumentDetail, Options } from '../api.ts';
import { reviewSecrecy } from './move-calls.ts';
import { CONCLUDED } from './move-words.ts';
import { firstValues, type SheetValues, sheetOf } from './secrecy-values.ts';
import { useMove } from './use-move.ts';

interface SecrecyPanelProps {
	document: DocumentDetail;
	options: Options;
	/** Its interpretations go with it. */
	together: boolean;
	open: boolean;
	onClose: () => void;
}

/** 保密审查表 (条例第十七条): every question answered, then one conclusion. */
export function SecrecyPanel({ document, options, together, open, onClose }: SecrecyPanelProps) {
	return (
		<SidePanel open={open} title="保密审查表" width={640} onClose={onClose}>
			<Sheet document={document} options={options} together={together} onClose={onClose} />
		</SidePanel>
	);
}

type Filled = SheetValues & { conclusion: 'agree' | 'disagree' | 'refer' };

function Sheet({ document, options, together, onClose }: Omit<SecrecyPanelProps, 'open'>) {
	const { id, reviews, state, edition, content } = document;
	const referred = state === 'referred';
	const move = useMove(onClose);
	const { fault, busy, props } = useServerForm<Filled>((values) =>
		move('passSecrecy', () => reviewSecrecy(id, { ...sheetOf(values), together }), CONCLUDED[values.conclusion]),
	);
	const conclusions = options.conclusions.filter(({ value }) => !(referred && value === 'refer'));
	return (
		<Form {...props} initialValues={firstValues(reviews, state, edition)}>
			<p className="gk-gap">
				审查对象：<strong>{content.title}</strong>（第{edition}版）。请对照正文、附件和文件属性逐项审查。
			</p>
			<FormIssues fault={fault} />
			<ol className="pub-questions">
				{options.questions.map((question) => (
					<Question key={question.key} question={question} />
				))}
			</ol>
			{referred ? <Authority /> : null}
			<Form.Item name="conclusion" label="审查结论" rules={[{ required: true, message: '请选择审查结论。' }]}>
				<Radio.Group className="pub-stacked" options={conclusions} />
			</Form.Item>
			<Form.Item name="opinion" label="审查意见" extra="不同意或者报请确定的，应当写明意见">
				<Input.TextArea maxLength={1000} autoSize={{ minRows: 3 }} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					提交审查结论
				</Button>
			</Flex>
		</Form>
	);
}

const ANSWERS = [
	{ value: 'no', label: '否' },
	{ value: 'yes', label: '是' },
];

function Question({ question: { key, text, basis, blocking } }: { question: Options['questions'][number] }) {
	const answer = Form.useWatch(['answers', key, 'answer']) as string | undefined;
	return (
		<li>
			<Form.Item
				name={['answers', key, 'answer']}
				label={`${text}？`}
				extra={basis}
				required={false}
				rules={[{ required: true, message: '请选择「否」或者「是」。' }]}
			>
				<Radio.Group options={ANSWERS} />
			</Form.Item>
			{answer === 'yes' ? (
				<>
					{blocking ? (
						<Alert className="gk-gap" type="warning" showIcon title="该项为「是」的，不能得出同意公开的结论。" />
					) : null}
					<Form.Item name={['answers', key, 'note']} label="如何处理">
						<Input.TextArea
							maxLength={300}
							autoSize={{ minRows: 2 }}
							placeholder="如：已删去、已隐去姓名、已征得同意"
						/>
					</Form.Item>
				</>
			) : null}
		</li>
	);
}

/** 报请确定: who was asked and what they answered. */
function Authority() {
	return (
		<>
			<Form.Item name="authority" label="报请确定的部门">
				<Input maxLength={100} />
			</Form.Item>
			<Form.Item name="authorityReply" label="该部门的答复">
				<Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
			</Form.Item>
		</>
	);
}
