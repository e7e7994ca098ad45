import { Checkbox, Radio } from 'antd';
import type { Paper } from './exam-api.ts';
import { KIND_LABELS, letterOf } from './words.ts';

interface QuestionFieldProps {
	number: number;
	question: Paper['questions'][number];
	value: readonly number[];
	onChange: (chosen: number[]) => void;
}

/** One question to be answered: radio buttons, or boxes where several are right. */
export function QuestionField({ number, question, value, onChange }: QuestionFieldProps) {
	const { kind, text, options } = question;
	const choices = options.map((option, place) => ({
		value: place,
		label: kind === 'judge' ? option : `${letterOf(place)}. ${option}`,
	}));
	return (
		<fieldset>
			<legend>
				{number}. {text}
				<span className="gk-hint">（{KIND_LABELS[kind]}）</span>
			</legend>
			{kind === 'multiple' ? (
				<Checkbox.Group
					className="gk-choices"
					options={choices}
					value={[...value]}
					onChange={(chosen) => onChange(chosen)}
				/>
			) : (
				<Radio.Group
					className="gk-choices"
					options={choices}
					value={value[0]}
					onChange={({ target }) => onChange([Number(target.value)])}
				/>
			)}
		</fieldset>
	);
}
