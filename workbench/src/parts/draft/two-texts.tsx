import { Button, Modal, Radio } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { Difference, Side } from './merge.ts';
import './two-texts.css';

/** A field in which two texts differ, in words. */
export interface TwoSides extends Difference {
	label: string;
	mine: string;
	theirs: string;
}

interface TwoTextsProps {
	title: string;
	/** Who saved the other text, and when. */
	intro: ReactNode;
	/** Whose text the other is: 「苏禾」. */
	other: string;
	fields: readonly TwoSides[];
	/** Left out when the text cannot be changed now: then both are only shown. */
	onResolve?: ((chosen: Record<string, Side>) => void) | undefined;
	onLater: () => void;
}

/** Two people wrote in the same text: both side by side, and one choice for each difference. */
export function TwoTexts({ title, intro, other, fields, onResolve, onLater }: TwoTextsProps) {
	const [chosen, setChosen] = useState<Record<string, Side>>({});
	const sides = Object.fromEntries(fields.map(({ key, suggested }) => [key, chosen[key] ?? suggested]));
	const close = <Button onClick={onLater}>{onResolve ? '稍后再定' : '关闭'}</Button>;
	return (
		<Modal
			open
			width={860}
			title={title}
			mask={{ closable: false }}
			onCancel={onLater}
			footer={
				<>
					{close}
					{onResolve ? (
						<Button type="primary" onClick={() => onResolve(sides)}>
							按所选内容保存
						</Button>
					) : null}
				</>
			}
		>
			{intro}
			<ul className="gk-plain">
				{fields.map((field) => (
					<Row
						key={field.key}
						field={field}
						other={other}
						side={sides[field.key] ?? field.suggested}
						onChoose={onResolve ? (side) => setChosen((now) => ({ ...now, [field.key]: side })) : undefined}
					/>
				))}
			</ul>
		</Modal>
	);
}

interface RowProps {
	field: TwoSides;
	other: string;
	side: Side;
	onChoose: ((side: Side) => void) | undefined;
}

function Row({ field, other, side, onChoose }: RowProps) {
	const id = useId();
	const texts = [
		{ value: 'mine', who: '我写的', text: field.mine },
		{ value: 'theirs', who: `${other || '他人'}保存的`, text: field.theirs },
	];
	return (
		<li className="gk-difference">
			<h3 id={id}>
				{field.label}
				{field.both ? <span className="gk-mark">（双方都有修改）</span> : null}
			</h3>
			{onChoose ? (
				<Radio.Group
					aria-labelledby={id}
					className="gk-sides"
					value={side}
					onChange={({ target }) => onChoose(target.value as Side)}
				>
					{texts.map(({ value, ...one }) => (
						<Radio key={value} value={value}>
							<Text {...one} />
						</Radio>
					))}
				</Radio.Group>
			) : (
				<div className="gk-sides">
					{texts.map(({ value, ...one }) => (
						<div key={value} className="gk-only">
							<Text {...one} />
						</div>
					))}
				</div>
			)}
		</li>
	);
}

function Text({ who, text }: { who: string; text: string }) {
	return (
		<>
			<strong>{who}</strong>
			<span className="gk-side">{text === '' ? '（空）' : text}</span>
		</>
	);
}
