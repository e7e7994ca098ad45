import type { ReactNode } from 'react';

/** What every field of a portal form has. `error` is the sentence that stands beside it after a refusal. */
export interface FieldProps {
	/** Name of the form field, and its id: the error summary links to it. */
	name: string;
	label: string;
	hint?: ReactNode;
	error?: string | undefined;
	required?: boolean;
}

export interface InputProps extends FieldProps {
	value?: string | undefined;
	type?: 'text' | 'tel' | 'email' | 'date' | 'password' | 'search';
	autoComplete?: string;
	inputMode?: 'text' | 'numeric' | 'tel' | 'email';
	maxLength?: number;
	/** Width that fits the expected content. */
	width?: 'short' | 'medium' | 'full';
}

/** The attributes that tie a control to its hint and its message. */
export function describe({ name, hint, error, required }: FieldProps) {
	const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
	return {
		id: name,
		name,
		'aria-describedby': ids || undefined,
		'aria-invalid': error ? (true as const) : undefined,
		'aria-required': required ? (true as const) : undefined,
	};
}

function Marks({ name, hint, error }: FieldProps) {
	return (
		<>
			{hint ? (
				<div className="field-hint" id={`${name}-hint`}>
					{hint}
				</div>
			) : null}
			{error ? (
				<p className="field-error" id={`${name}-error`}>
					<span className="sr-only">错误：</span>
					{error}
				</p>
			) : null}
		</>
	);
}

function LabelText({ label, required }: FieldProps) {
	return (
		<>
			{label}
			{required ? <span className="field-required">（必填）</span> : null}
		</>
	);
}

/** A label, its hint and message, and whatever control is given. */
export function Field(props: FieldProps & { children: ReactNode }) {
	return (
		<div className={props.error ? 'field field-wrong' : 'field'}>
			<label className="field-label" htmlFor={props.name}>
				<LabelText {...props} />
			</label>
			<Marks {...props} />
			{props.children}
		</div>
	);
}

/** A code somebody was given on paper or on a screen: how it looks stands beside it, and no browser keeps it. */
export function CodeField(props: Omit<InputProps, 'hint' | 'required' | 'width' | 'autoComplete'>) {
	return <TextField {...props} required width="medium" hint="10位字母和数字，不区分大小写。" autoComplete="off" />;
}

/** One line of text, a number, a day. */
export function TextField(props: InputProps) {
	const { type = 'text', value, autoComplete, inputMode, maxLength, width = 'full' } = props;
	return (
		<Field {...props}>
			<input
				{...describe(props)}
				className={`input input-${width}`}
				type={type}
				defaultValue={value}
				autoComplete={autoComplete}
				inputMode={inputMode}
				maxLength={maxLength}
			/>
		</Field>
	);
}

/** Several lines of text. */
export function TextAreaField(props: FieldProps & { value?: string | undefined; rows?: number; maxLength?: number }) {
	return (
		<Field {...props}>
			<textarea
				{...describe(props)}
				className="input input-full"
				rows={props.rows ?? 6}
				maxLength={props.maxLength}
				defaultValue={props.value}
			/>
		</Field>
	);
}

/** Files. The browser cannot keep them when a form comes back, so the hint should say what to choose again. */
export function FileField(props: FieldProps & { accept?: string; multiple?: boolean }) {
	return (
		<Field {...props}>
			<input
				{...describe(props)}
				className="input input-full"
				type="file"
				accept={props.accept}
				multiple={props.multiple}
			/>
		</Field>
	);
}

/** A group of choices under one question. `children` are the choices. */
export function FieldGroup(props: FieldProps & { children: ReactNode }) {
	const { 'aria-describedby': described, 'aria-invalid': invalid } = describe(props);
	return (
		<fieldset
			className={props.error ? 'field field-group field-wrong' : 'field field-group'}
			aria-describedby={described}
			aria-invalid={invalid}
		>
			<legend className="field-label">
				<LabelText {...props} />
			</legend>
			<Marks {...props} />
			{props.children}
		</fieldset>
	);
}
