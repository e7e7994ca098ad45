import { Input, InputNumber, Space } from 'antd';
import { useState } from 'react';
import { joinMonthDay, splitMonthDay } from './month-day.ts';

interface InputProps<T> {
	id?: string;
	value?: T;
	onChange?: (value: T) => void;
	label: string;
}

/** A day of every year, `01-31`. */
export function MonthDayInput({ id, value, onChange, label }: InputProps<string>) {
	const [month, day] = splitMonthDay(value) ?? [1, 31];
	return (
		<Space size={4}>
			<InputNumber
				id={id}
				aria-label={`${label}：月`}
				min={1}
				max={12}
				precision={0}
				value={month}
				onChange={(next) => onChange?.(joinMonthDay(next ?? month, day))}
			/>
			月
			<InputNumber
				aria-label={`${label}：日`}
				min={1}
				max={31}
				precision={0}
				value={day}
				onChange={(next) => onChange?.(joinMonthDay(month, next ?? day))}
			/>
			日
		</Space>
	);
}

/** Several lines of text as a list. */
export function LinesInput({ id, value = [], onChange, label }: InputProps<string[]>) {
	return (
		<Input.TextArea
			id={id}
			aria-label={label}
			autoSize={{ minRows: 3, maxRows: 10 }}
			value={value.join('\n')}
			onChange={({ target }) => onChange?.(target.value === '' ? [] : target.value.split('\n'))}
		/>
	);
}

/** Numbers of days, 「15、5、1」. What is no number is left for the server to refuse. */
export function DaysInput({ id, value = [], onChange, label }: InputProps<number[]>) {
	const [text, setText] = useState(value.join('、'));
	return (
		<Input
			id={id}
			aria-label={label}
			value={text}
			maxLength={40}
			onChange={({ target }) => {
				setText(target.value);
				onChange?.(daysIn(target.value));
			}}
		/>
	);
}

/** Every part of a list of days as a number; NaN for what is none. */
export function daysIn(text: string): number[] {
	return text
		.normalize('NFKC')
		.split(/[、,;\s]+/)
		.filter((part) => part !== '')
		.map(Number);
}

interface WatchWord {
	word: string;
	advice?: string | undefined;
}

/** Words to be looked at, one a line, with what to do about them behind a colon. */
export function WatchWordsInput({ id, value = [], onChange, label }: InputProps<WatchWord[]>) {
	const [text, setText] = useState(value.map(({ word, advice }) => (advice ? `${word}：${advice}` : word)).join('\n'));
	return (
		<Input.TextArea
			id={id}
			aria-label={label}
			autoSize={{ minRows: 3, maxRows: 12 }}
			value={text}
			onChange={({ target }) => {
				setText(target.value);
				onChange?.(watchWordsIn(target.value));
			}}
		/>
	);
}

export function watchWordsIn(text: string): WatchWord[] {
	return text
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => {
			const [, word = '', advice = ''] = /^([^：:]*)[：:]?(.*)$/.exec(line) ?? [];
			return { word: word.trim(), advice: advice.trim() };
		});
}
