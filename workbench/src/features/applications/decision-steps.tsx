import { Checkbox, Form, Input, Radio } from 'antd';
import type { CaseView, Options } from './api.ts';
import { AddFiles } from './files-card.tsx';
import { OutcomeField } from './outcome-field.tsx';
import type { DraftAnswer } from './proposal.ts';
import { PublicAlready } from './public-already.tsx';
import { WithheldList } from './withheld-list.tsx';

interface StepsProps {
	id: number;
	view: CaseView;
	options: Options;
}

/** The questions in the order they are asked. One of their outcomes is chosen; the blanks of its letter follow. */
export function DecisionSteps({ id, view, options }: StepsProps) {
	const asked = options.steps.filter(({ outcomes }) => outcomes.length > 0);
	const last = options.steps.find(({ outcomes }) => outcomes.length === 0);
	return (
		<ol className="ga-steps">
			{asked.map((step, at) => (
				<li key={step.key} className="ga-step">
					<h2>
						{at + 1}　{step.question}
					</h2>
					<p className="gk-hint">{step.hint}</p>
					<Evidence step={step.key} view={view} />
					{/* One radio group spread over the questions: each part shows the choice only where it lies. */}
					<Form.Item name="outcome" noStyle>
						<Radio.Group aria-label={step.question}>
							{step.outcomes.map((code) => (
								<Radio key={code} value={code}>
									{options.outcomes.find((one) => one.code === code)?.name}
								</Radio>
							))}
						</Radio.Group>
					</Form.Item>
				</li>
			))}
			<li className="ga-step">
				<h2>
					{asked.length + 1}　{last?.question}
				</h2>
				<p className="gk-hint">{last?.hint}</p>
				{/* What is wrong with the choice itself stands here, once. */}
				<Form.Item name="outcome" className="ga-choice">
					<input type="hidden" />
				</Form.Item>
				<Form.Item<DraftAnswer> noStyle shouldUpdate={(before, after) => before.outcome !== after.outcome}>
					{({ getFieldValue }) => (
						<OutcomeFields
							id={id}
							view={view}
							options={options}
							code={getFieldValue('outcome') as string | undefined}
						/>
					)}
				</Form.Item>
			</li>
		</ol>
	);
}

/** What the file already holds for a question. */
function Evidence({ step, view }: { step: string; view: CaseView }) {
	if (step === 'clear' && view.supplement) {
		return <p>已要求补正{view.supplement.answeredOn ? '，申请人已补正' : '，尚未补正'}。</p>;
	}
	if (step === 'ours' && view.sameApplicant.length > 0) {
		return <p>同一申请人另有{view.sameApplicant.length}件申请，请核对是否重复。</p>;
	}
	if (step === 'exists') {
		return <p>{view.searches.length > 0 ? `已登记检索记录${view.searches.length}条。` : '尚未登记检索记录。'}</p>;
	}
	const asked = view.consultations.filter(({ kind }) => kind === 'thirdParty');
	return step === 'give' && asked.length > 0 ? <p>已征求第三方意见{asked.length}份。</p> : null;
}

function OutcomeFields({ id, view, options, code }: StepsProps & { code: string | undefined }) {
	const outcome = options.outcomes.find((one) => one.code === code);
	if (!outcome) return <p>请先在上面选择答复结果。</p>;
	const objected = view.consultations.some(({ reply }) => reply === 'refuse' || reply === 'refuseWithoutReason');
	const opens = ['O1', 'O2', 'O3'].includes(outcome.code);
	return (
		<>
			<p>
				文书：{outcome.letter}　依据：{outcome.basis || '办理惯例'}
			</p>
			{outcome.code === 'O1' ? <PublicAlready id={id} /> : null}
			{outcome.fields.map((field) => (
				<OutcomeField key={`${outcome.code} ${field.key}`} field={field} />
			))}
			{outcome.code === 'O3' ? <WithheldList options={options} /> : null}
			{outcome.givesInformation ? <Enclosures id={id} view={view} listed={outcome.code !== 'O3'} /> : null}
			{opens && objected ? (
				<Form.Item
					name={['fields', 'overrideReason']}
					label="第三方不同意，决定公开的理由"
					required={outcome.code !== 'O3'}
					extra={outcome.code === 'O3' ? '第三方反对公开的内容已全部列为不予公开的，不填。' : undefined}
				>
					<Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
				</Form.Item>
			) : null}
		</>
	);
}

interface EnclosuresProps {
	id: number;
	view: CaseView;
	/** What is handed out without a paper is listed; where it is given in part it is told above. */
	listed: boolean;
}

/** The papers handed out; they can be added here. */
function Enclosures({ id, view, listed }: EnclosuresProps) {
	const files = view.files.filter(({ purpose }) => purpose === 'enclosure');
	return (
		<>
			<Form.Item name="enclosureIds" label="提供的材料">
				{files.length > 0 ? (
					<Checkbox.Group options={files.map((file) => ({ value: file.id, label: file.fileName }))} />
				) : (
					<span className="gk-hint">还没有材料，请在下面添加，再勾选。</span>
				)}
			</Form.Item>
			<AddFiles id={id} purpose="enclosure" />
			{listed ? (
				<Form.Item name={['fields', 'enclosures']} label="信息清单（不附材料的，写明提供的信息）" className="ga-after">
					<Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
				</Form.Item>
			) : null}
		</>
	);
}
