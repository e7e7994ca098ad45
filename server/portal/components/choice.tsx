import type { ReactNode } from 'react';
import { describe, Field, FieldGroup, type FieldProps } from './field.tsx';

export interface Option {
	value: string;
	label: string;
	hint?: ReactNode;
}

/** A list to choose one entry from; `placeholder` is the empty choice. */
export function SelectField(
	props: FieldProps & { value?: string | undefined; options: readonly Option[]; placeholder?: string },
) {
	return (
		<Field {...props}>
			<select {...describe(props)} className="input input-medium" defaultValue={props.value ?? ''}>
				{props.placeholder === undefined ? null : <option value="">{props.placeholder}</option>}
				{props.options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.label}
					</option>
				))}
			</select>
		</Field>
	);
}

/** One of a few choices, all visible. The first has the field's name as its id, so that the error summary reaches it. */
export function RadioField(props: FieldProps & { value?: string | undefined; options: readonly Option[] }) {
	return (
		<FieldGroup {...props}>
			{props.options.map((option, index) => (
				<Choice
					key={option.value}
					type="radio"
					id={index === 0 ? props.name : `${props.name}-${option.value}`}
					name={props.name}
					option={option}
					checked={props.value === option.value}
				/>
			))}
		</FieldGroup>
	);
}

/** One box to tick; it is sent as `value` (default `yes`). */
export function CheckboxField(
	props: Omit<FieldProps, 'required'> & { checked?: boolean; value?: string; children?: ReactNode },
) {
	const { name, label, hint, error, value = 'yes', checked = false } = props;
	return (
		<div className={error ? 'field field-wrong' : 'field'}>
			{error ? (
				<p className="field-error" id={`${name}-error`}>
					<span className="sr-only">错误：</span>
					{error}
				</p>
			) : null}
			<Choice type="checkbox" id={name} name={name} option={{ value, label, hint }} checked={checked} error={error} />
			{props.children}
		</div>
	);
}

interface ChoiceProps {
	type: 'radio' | 'checkbox';
	id: string;
	name: string;
	option: Option;
	checked: boolean;
	error?: string | undefined;
}

function Choice({ type, id, name, option, checked, error }: ChoiceProps) {
	const described = [option.hint ? `${id}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
	return (
		<div className="choice">
			<input
				type={type}
				id={id}
				name={name}
				value={option.value}
				defaultChecked={checked}
				aria-describedby={described || undefined}
				aria-invalid={error ? true : undefined}
			/>
			<label htmlFor={id}>{option.label}</label>
			{option.hint ? (
				<div className="field-hint choice-hint" id={`${id}-hint`}>
					{option.hint}
				</div>
			) : null}
		</div>
	);
}
