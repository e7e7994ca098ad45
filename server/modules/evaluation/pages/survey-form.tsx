import {
	Button,
	CodeField,
	FieldGroup,
	type FormState,
	RadioField,
	SelectField,
	TextAreaField,
} from '../../../portal/components/index.ts';
import type { Office } from '../../offices/index.ts';
import { fieldOf } from '../rules/survey.ts';
import { type Question, SCALE_WORDS, type Survey } from '../types.ts';

interface SurveyFormProps {
	survey: Survey;
	/** As posted; empty at first. */
	form: Readonly<Record<string, string>>;
	state: FormState;
	token: string;
	offices: readonly Office[];
}

/** A questionnaire as a plain form. */
export function SurveyForm({ survey, form, state, token, offices }: SurveyFormProps) {
	return (
		<form className="form" method="post" action={`/surveys/${survey.number}`} noValidate>
			<input type="hidden" name="token" value={token} />
			{survey.codesOnly ? <CodeField label="评议码" {...state.field('code')} /> : null}
			{survey.byOffice ? (
				<SelectField
					label="您评议的机关"
					required
					placeholder="请选择"
					options={offices.map(({ slug, name }) => ({ value: slug, label: name }))}
					{...state.field('office')}
				/>
			) : null}
			{survey.questions.map((question, at) => (
				<QuestionField key={fieldOf(at)} question={question} at={at} form={form} state={state} />
			))}
			<p className="button-row">
				<Button>提交</Button>
			</p>
		</form>
	);
}

interface QuestionFieldProps {
	question: Question;
	at: number;
	form: Readonly<Record<string, string>>;
	state: FormState;
}

function QuestionField({ question: { kind, title, required, choices }, at, form, state }: QuestionFieldProps) {
	const field = state.field(fieldOf(at));
	const label = `${at + 1}. ${title}`;
	const labels = kind === 'scale' ? SCALE_WORDS : choices;
	const options = labels.map((word, n) => ({
		value: String(n + 1),
		label: kind === 'scale' ? `${n + 1}分（${word}）` : word,
	}));
	switch (kind) {
		case 'text':
			return (
				<TextAreaField
					label={label}
					required={required}
					rows={4}
					maxLength={500}
					hint="请不要填写姓名、电话、身份证号码等个人信息。"
					{...field}
				/>
			);
		case 'multiple':
			return (
				<FieldGroup label={label} required={required} hint="可以多选。" name={field.name} error={field.error}>
					{options.map(({ value, label: word }) => {
						const name = `${field.name}-${value}`;
						return (
							<Box
								key={name}
								name={name}
								id={value === '1' ? field.name : name}
								label={word}
								checked={form[name] !== undefined}
							/>
						);
					})}
				</FieldGroup>
			);
		default:
			return <RadioField label={label} required={required} options={options} {...field} />;
	}
}

/** One of several boxes; the first bears the id of the question, so that the list of mistakes leads to it. */
function Box({ name, id, label, checked }: { name: string; id: string; label: string; checked: boolean }) {
	return (
		<div className="choice">
			<input type="checkbox" id={id} name={name} value="yes" defaultChecked={checked} />
			<label htmlFor={id}>{label}</label>
		</div>
	);
}
